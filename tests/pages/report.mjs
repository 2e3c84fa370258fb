// Prints the health of every site file against its saved pages: which selectors hit, which are only there for other versions of the site.

/** One line a site, then each selector that hit nothing on any of its pages. */
export function report({ hits, drift }) {
  for (const id of new Set(hits.map((one) => one.id))) {
    const mine = merged(hits.filter((one) => one.id === id));
    const missed = mine.filter(({ hit }) => !hit);
    const cases = drift.filter((one) => one.id === id);
    const held = cases.filter((one) => one.held).length;
    const drifts = cases.length ? `, ${((100 * held) / cases.length).toFixed(0)} % held when parts are lost` : '';
    console.log(`${id}: ${mine.length - missed.length} of ${mine.length} selectors hit${drifts}`);
    for (const { entry, field, selector } of missed) console.log(`  missed  ${entry}.${field}  ${selector}`);
  }
}

/** A selector has hit when it has on any page in any language. */
function merged(hits) {
  const all = new Map();
  for (const one of hits) {
    const key = [one.entry, one.field, one.at].join();
    all.set(key, { ...one, hit: one.hit || all.get(key)?.hit === true });
  }
  return [...all.values()];
}
