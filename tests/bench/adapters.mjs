// How each measured library is loaded and asked; copied beside the installed peers, so that their names resolve there.
import fs from 'node:fs';

const plain = { language: 'plaintext' };

/** Each gives, once loaded: `run` on a text (what is timed), and what it can be scored on: `names`, `profanity`, `identifiers`. Places are UTF-16. */
export const ADAPTERS = {
  async 'ours-wasm'({ glue, wasm, settings }) {
    const engine = await import(glue);
    engine.initSync({ module: fs.readFileSync(wasm) });
    const line = (text, moment) => JSON.stringify({ id: 'bench', moment, text, ...(moment === 'email' ? { to: ['Pat <pat@home.example>'] } : {}) });
    // The settings are read with the first line; empty ones afterwards stand for the same again.
    engine.checkLine(line('', 'post'), ...settings);
    return { run: (text, moment) => engine.checkLine(line(text, moment), '', '', '', '') };
  },

  async 'harper.js'({ harperWasm }) {
    const harper = await import('harper.js');
    const linter = new harper.LocalLinter({ binary: harper.createBinaryModuleFromUrl(harperWasm), dialect: harper.Dialect.British });
    await linter.setup();
    return { run: async (text) => (await linter.lint(text, plain)).forEach((lint) => lint.free()) };
  },

  async alex() {
    const { text: check } = await import('alex');
    const rude = (text) => check(text).messages.some(({ source }) => source === 'retext-profanities');
    return { run: (text) => check(text).messages, profanity: rude };
  },

  async 'retext-profanities'() {
    const [{ unified }, english, profanities, stringify] = await Promise.all(['unified', 'retext-english', 'retext-profanities', 'retext-stringify'].map((name) => import(name)));
    const chain = unified().use(english.default).use(profanities.default).use(stringify.default).freeze();
    const messages = (text) => chain.processSync(text).messages;
    return { run: messages, profanity: (text) => messages(text).length > 0 };
  },

  async compromise() {
    const { default: nlp } = await import('compromise');
    const people = (text) => nlp(text).people().json({ offset: true });
    return { run: people, names: (text) => people(text).map(({ offset: { start, length } }) => [start, start + length]) };
  },

  async obscenity() {
    const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = await import('obscenity');
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
    return { run: (text) => matcher.getAllMatches(text), profanity: (text) => matcher.hasMatch(text) };
  },
};

/** What a page would have to load to use each: one small module, which is bundled and compressed. */
export const ENTRIES = {
  alex: "import { text } from 'alex'; globalThis.run = text;",
  'retext-profanities': `import { unified } from 'unified'; import english from 'retext-english'; import profanities from 'retext-profanities'; import stringify from 'retext-stringify';
    const chain = unified().use(english).use(profanities).use(stringify); globalThis.run = (text) => chain.processSync(text).messages;`,
  compromise: "import nlp from 'compromise'; globalThis.run = (text) => nlp(text).people().json({ offset: true });",
  obscenity: `import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers }); globalThis.run = (text) => matcher.getAllMatches(text);`,
  'harper.js': "import * as harper from 'harper.js'; globalThis.run = harper;",
};
