// Runs in a saved page: what the page script's own finders make of each marked element, also with parts of the site file taken away.

/** Everything below is handed to the page as one text, so it uses nothing from outside of itself. */
export function install() {
  const { find } = window;
  const around = (element) => { const path = []; for (let at = element; at; at = find.around(at)) path.push(at); return path; };
  const everything = (root) => [...(root.shadowRoot ? everything(root.shadowRoot) : []),
    ...[...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])])];
  const deep = (root, selector) => everything(root).filter((element) => element.matches(selector));
  const sectionOf = (element) => find.closest(element, ['[data-at]']) ?? document;

  const composer = (element) => {
    const field = find.editable(element);
    return field && find.composerOf(field, find.site);
  };
  const sends = (element) => {
    const behind = find.composerBehind(around(element), find.site);
    if (behind) return behind;
    const fields = deep(sectionOf(element), '[data-expect$=".editor"]').map(composer).filter(Boolean);
    return fields.find((found) => around(element).includes(find.sendButton(found)));
  };
  const composed = (found) => ({
    as: `${found.entry.name}.editor`, act: find.draftAct(found, find.textOf(found)), keys: found.entry.keys ?? [],
    guessed: found.guessed, health: find.healthOf(found),
  });
  const connected = (found) => ({
    as: `${found.entry.name}.button`, person: find.connectAct(found.entry, found.button, find.site).person,
    guessed: found.guessed, health: find.connectHealthOf(found),
  });
  const see = (element) => {
    if (element.dataset.expect === 'profile') return { as: find.ownProfile() ? 'profile' : 'none', profile: find.ownProfile() };
    if (element.tagName === 'VIDEO') return find.reviewable(element) ? { as: 'video', id: find.reviewable(element).id } : { as: 'none' };
    const found = composer(element);
    if (found) return composed(found);
    const sent = sends(element);
    if (sent) return { as: `${sent.entry.name}.send`, guessed: sent.guessed, health: find.healthOf(sent) };
    const connects = find.connectAt(around(element), find.site);
    return connects ? connected(connects) : { as: 'none' };
  };

  const marked = () => deep(document, '[data-expect]');
  window.look = () => marked().map((element) => ({ wanted: { ...element.dataset }, seen: see(element) }));

  // ---- drift ----

  const FIELDS = ['editor', 'root', 'send', 'to', 'button', 'card', 'person', 'handle'];
  const entries = () => [...(find.site.composer ?? []), ...(find.site.connect ?? [])];

  /** Every way to take something away from an entry: each selector alone, and each list as a whole. */
  const losses = (entry) => FIELDS.filter((field) => entry[field]?.length).flatMap((field) => [
    ...(entry[field].length > 1 ? entry[field].map((_, at) => ({ field, at })) : []), { field, whole: true },
  ]);

  const without = (entry, { field, at, whole }, act) => {
    const kept = entry[field];
    entry[field] = whole ? [] : kept.filter((_, index) => index !== at);
    try { return act(); } finally { entry[field] = kept; }
  };

  /** Takes away each part of each entry in turn, and looks again at what that entry must hit here. */
  window.drift = () => entries().flatMap((entry) => {
    const mine = marked().filter((element) => element.dataset.expect.startsWith(`${entry.name}.`));
    return mine.length === 0 ? [] : losses(entry).flatMap((lost) => without(entry, lost, () => mine.map((element) => {
      const selector = lost.whole ? '(all)' : `#${lost.at}`;
      return { entry: entry.name, ...lost, selector, wanted: { ...element.dataset }, seen: see(element) };
    })));
  });

  // ---- health ----

  const says = (one) => (typeof one === 'string' ? one : one.select);
  const HITS = ['editor', 'send', 'button'];

  /** Which selectors of the site file hit something on this page; a broken one throws. */
  window.hits = () => entries().filter((entry) => find.holdsOn(entry, location.pathname)).flatMap((entry) =>
    HITS.flatMap((field) => (entry[field] ?? []).map((one, at) => ({ entry: entry.name, field, at, selector: says(one), hit: deep(document, says(one)).length > 0 }))));
}
