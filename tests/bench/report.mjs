// The measurements as Markdown: what each tool costs, and how right it is on the public sets.

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const sorted = (times) => [...times].sort((one, other) => one - other);
const figures = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3));
const milliseconds = (value) => `${figures(value)} ms`;
const spread = (times) => (times?.length ? `${figures(at(sorted(times), 0.5))} / ${figures(at(sorted(times), 0.99))} ms` : '–');
const size = (bytes) => (bytes === undefined ? '–' : bytes >= 1 << 20 ? `${(bytes / (1 << 20)).toFixed(1)} MB` : `${(bytes / 1024).toFixed(0)} KB`);
const share = (part) => part.toFixed(2).replace(/^0/, '');

function table(heads, rows) {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const titled = ({ title, version }) => `${title}${version ? ` ${version}` : ''}`;

function costs(tools) {
  const row = (tool) => {
    const { first, posts, mails, memory } = tool.measured;
    return [titled(tool), tool.does, size(tool.download), milliseconds(first), spread(posts), spread(mails), size(memory)];
  };
  return table(['tool', 'what it is asked', 'download', 'first answer', '280-character post', '3,000-character mail', 'memory'], tools.map(row));
}

const CELLS = {
  names: {
    heads: ['person names', ...['BTC F', 'BTC G', 'WNUT-17 dev'].map((set) => `${set}: F1, wrongly flagged per 1,000`)],
    cells: (score) => Object.values(score).map(({ f1, alarmed }) => `${share(f1)}, ${alarmed.toFixed(0)}`),
  },
  profanity: {
    heads: ['offensive words', 'Davidson: precision / recall', 'Ofcom\'s strongest terms found', 'school-related posts flagged per 1,000'],
    cells: ({ precision, recall, strongest, of, school }) => [`${share(precision)} / ${share(recall)}`, `${strongest} of ${of}`, school.toFixed(0)],
  },
  identifiers: {
    heads: ['identifiers: found of, wrong of', 'phone', 'postcode', 'NI number', 'UPN', 'NHS number', 'email'],
    cells: (score) => Object.values(score).map(({ found, all, wrong, without }) => `${found}/${all}, ${wrong}/${without}`),
  },
  mails: { heads: ['mails in one body', 'Apache lists: counted right'], cells: ({ right, of }) => [`${right} of ${of}`] },
};

function accuracy(tools, scores) {
  const parts = [];
  for (const [task, { heads, cells }] of Object.entries(CELLS)) {
    const able = tools.filter(({ measured }) => measured.answers[task]);
    if (able.length) parts.push(table(heads, able.map((tool) => [titled(tool), ...cells(scores[task](tool.measured.answers[task]))])));
  }
  return parts.join('\n\n');
}

/** The whole report. `machine` says on what, `from` out of what the texts were cut. */
export function report({ date, machine, from, tools, missing, sets, notes }) {
  const measured = tools.filter((tool) => tool.measured);
  return [
    `Measured on ${date} by \`make bench\`, in one run on one machine: ${machine}.`,
    `Each text is new to the tool; posts and mails are cut from ${from}. Times are median / 99th percentile, without what other programs on the machine took; the first answer is the quickest of five fresh`
    + ' processes, loading included. Download: what a page would load, bundled and brotli-compressed; for Python the wheels.',
    costs(measured.filter(({ measured: { posts } }) => posts)),
    ...notes,
    ...(sets ? ['Accuracy on public sets. Our name model was trained on none of them, but all were looked at while ours was made, and its word list follows Ofcom\'s: expect somewhat less on text that nobody has seen.'] : []),
    sets ? accuracy(measured, sets.score) : 'The public sets were not there, so accuracy was not measured.',
    ...(missing.length ? [`Could not be installed or run here, and so are not in the tables: ${missing.join('; ')}.`] : []),
  ].join('\n\n');
}
