//! Fuzzes `mail` of `src/lib.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| beforehand_fuzz::mail(data));
