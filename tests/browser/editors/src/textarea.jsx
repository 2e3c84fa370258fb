// A plain textarea in a plain form: Enter in the subject, the submit button and Ctrl+Enter all submit it.
import { byId, hear, post, rig } from './rig.js';

const [form, area] = [byId('form'), byId('area')];
hear(area, ['keydown', 'beforeinput', 'input', 'paste'], 'editor');
hear(byId('post'), ['click'], 'button');
rig.model = () => area.value;
rig.set = (text) => { area.value = text; };
rig.clear = () => form.reset();
form.addEventListener('submit', (event) => { event.preventDefault(); post('submit'); });
area.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.ctrlKey) form.requestSubmit(); });
rig.ready = true;
