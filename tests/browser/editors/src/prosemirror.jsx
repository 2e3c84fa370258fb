// ProseMirror on its own, with its history.
// Its undo steps are not joined by time: a person reads the dialog for longer than the usual half second, the test does not.
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { schema } from 'prosemirror-schema-basic';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { baseKeymap } from 'prosemirror-commands';
import { byId, lines, rig, wire } from './rig.js';

const keys = keymap({ 'Mod-z': undo, 'Mod-y': redo });
// Ctrl+Enter belongs to the page here, not to the paragraph commands.
const own = Object.fromEntries(Object.entries(baseKeymap).filter(([key]) => key !== 'Mod-Enter'));
const view = new EditorView(byId('root'), {
  state: EditorState.create({ schema, plugins: [history({ newGroupDelay: -1 }), keys, keymap(own)] }),
  attributes: { role: 'textbox', 'aria-label': 'Message' },
});

rig.model = () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
rig.set = (text) => {
  const paragraphs = lines(text).map((line) => schema.node('paragraph', null, line ? [schema.text(line)] : []));
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, schema.node('doc', null, paragraphs).content));
};
rig.clear = () => rig.set('');
wire(view.dom, byId('post'));
