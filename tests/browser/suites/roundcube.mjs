// Real Roundcube: mails in a thread are counted right, what a clause holds is held and its fix arrives, and everything else is sent as without us.
import { run as runMail } from '../mail/suite.mjs';
import { ROWS as PICTURES } from '../roundcube/pictures.mjs';
import * as person from '../roundcube/person.mjs';
import { missing, openWebmail } from '../roundcube/webmail.mjs';

export const name = 'roundcube';

export const run = (given) => runMail({ ...given, webmail: { name, missing, openWebmail, person, rows: PICTURES } });
