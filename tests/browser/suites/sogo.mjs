// Real SOGo: mails in a thread are counted right, what a clause holds is held and its fix arrives, and everything else is sent as without us.
import { run as runMail } from '../mail/suite.mjs';
import * as person from '../sogo/person.mjs';
import { missing, openWebmail } from '../sogo/webmail.mjs';

export const name = 'sogo';

export const run = (given) => runMail({ ...given, webmail: { name, missing, openWebmail, person } });
