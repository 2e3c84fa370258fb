// Quill with its usual theme.
// Its undo steps are not joined by time: a person reads the dialog for longer than the usual half second, the test does not.
import Quill from 'quill';
import 'quill/dist/quill.snow.css';
import { byId, rig, wire } from './rig.js';

const quill = new Quill('#root', { theme: 'snow', modules: { history: { delay: 0 } }, placeholder: 'What do you want to talk about?' });

rig.model = () => quill.getText().replace(/\n$/, '');
rig.set = (text) => quill.setText(text);
rig.clear = () => quill.setText('');
wire(quill.root, byId('post'));
