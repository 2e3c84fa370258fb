//! Turns one compiled wasm file into a wasm file and the JavaScript module that loads it: `bindgen IN.wasm OUTDIR NAME [--mute]`.

use anyhow::{Context, Result, bail};
use walrus::{FunctionBuilder, FunctionKind, LocalFunction, Module};
use wasm_bindgen_cli_support::Bindgen;

/// What the standard library calls when something is out of bounds or not there, as it stands in the names of functions.
const PANICS: &[&str] = &[
    "4core9panicking",
    "4core6option13unwrap_failed",
    "4core6option13expect_failed",
    "4core6result13unwrap_failed",
    "4core4cell22panic_already_borrowed",
    "4core4cell30panic_already_mutably_borrowed",
    "16slice_error_fail",
    "16slice_index_fail",
    "_index_len_fail",
    "_index_order_fail",
    "17capacity_overflow",
    "7raw_vec12handle_error",
    "18handle_alloc_error",
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (input, folder, name, mute) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [input, folder, name] => (input, folder, name, false),
        [input, folder, name, "--mute"] => (input, folder, name, true),
        _ => bail!("usage: bindgen IN.wasm OUTDIR NAME [--mute]"),
    };
    let mut module = Module::from_file(input).with_context(|| format!("reading {input}"))?;
    if mute {
        silence(&mut module);
    }
    Bindgen::new()
        .input_module(name, module)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)?
        .generate(folder)
        .with_context(|| format!("bindings for {input}"))
}

/// Lets a panic end the program at once, as it does anyway: nobody hears what it would say, and saying it is a part of the download.
///
/// Only functions that give nothing back, as what never returns does.
fn silence(module: &mut Module) {
    let muted: Vec<_> = module
        .funcs
        .iter()
        .filter(|function| function.name.as_deref().is_some_and(|name| PANICS.iter().any(|part| name.contains(part))))
        .filter(|function| matches!(&function.kind, FunctionKind::Local(_)) && module.types.results(function.ty()).is_empty())
        .map(walrus::Function::id)
        .collect();
    for id in muted {
        let (parameters, arguments) = match &module.funcs.get(id).kind {
            FunctionKind::Local(local) => (module.types.params(local.ty()).to_vec(), local.args.clone()),
            _ => continue,
        };
        let silent = trap(module, &parameters, arguments);
        module.funcs.get_mut(id).kind = FunctionKind::Local(silent);
    }
    walrus::passes::gc::run(module);
}

/// A function that ends the program.
fn trap(module: &mut Module, parameters: &[walrus::ValType], arguments: Vec<walrus::LocalId>) -> LocalFunction {
    let mut body = FunctionBuilder::new(&mut module.types, parameters, &[]);
    body.func_body().unreachable();
    body.local_func(arguments)
}
