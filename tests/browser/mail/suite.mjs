// A webmail's suite: each composer with a mailbox of its own, in one browser each unless everything is to be tried in both.
import { buildCovering, extensionFor, importRoster, settle } from '../rig/product.mjs';
import { mine } from '../rig/share.mjs';
import { Desk } from './act.mjs';
import { COUNTABLE, SENT, clauses, counting } from './rows.mjs';

const RICH = ['one', 'two', 'three', 'six', 'away'];

/** The plain composer and the rich one, each with a mailbox of its own. */
const mailboxes = ({ person: { keepsOldSubject }, rows = {} }, browser) => [
  { what: 'plain', html: false, rows: { ...SENT, ...counting(COUNTABLE.filter((thread) => keepsOldSubject || thread !== 'moved')), ...clauses(browser), ...rows } },
  { what: 'rich', html: true, rows: { ...SENT, ...counting(RICH), ...clauses(browser), ...rows } },
];

async function mailbox({ table, fresh, webmail: { person, openWebmail } }, rig, { html, rows }, named) {
  const wanted = Object.entries(rows).filter(([row]) => table.wants(named(row)));
  if (!wanted.length) return;
  const webmail = await openWebmail({ html });
  let bare = null;
  /** The same person in a browser without us, opened for whoever asks first. */
  const without = async () => {
    bare ??= await Desk.open(await fresh({ extension: null }), webmail, person);
    return bare;
  };
  try {
    const desk = await Desk.open(rig, webmail, person);
    // What went out in one row is not to count in the next.
    const afresh = (act) => rig.ask({ type: 'forget', what: 'marks' }).then(() => act(desk, without));
    for (const [row, act] of wanted) await table.row(named(row), () => afresh(act));
    await desk.page.close({ runBeforeUnload: false });
  } finally {
    await bare?.rig.close();
    webmail.close();
  }
}

/** Runs one webmail's rows; `webmail` says what it is called, what it needs, how it is driven and what else must hold there. */
export async function run(given) {
  const { table, rig: { name: browser }, fresh, webmail, webmail: { name, missing }, webmailDist } = given;
  const named = ({ what }) => (row) => `${browser} ${name}/${what}: ${row}`;
  const boxes = mailboxes(webmail, browser).filter((one, at) => mine(browser, at) && Object.keys(one.rows).some((row) => table.wants(named(one)(row))));
  if (!boxes.length) return;
  const lacking = missing();
  if (lacking) throw new Error(lacking);
  const rig = await fresh({ extension: webmailDist ? extensionFor(browser, webmailDist) : await buildCovering(name, browser) });
  try {
    await settle(rig);
    await importRoster(rig);
    for (const one of boxes) await mailbox(given, rig, one, named(one));
  } finally {
    await rig.close();
  }
}
