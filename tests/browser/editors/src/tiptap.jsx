// Tiptap with its starter kit.
// Its undo steps are not joined by time: a person reads the dialog for longer than the usual half second, the test does not.
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { byId, lines, rig, wire } from './rig.js';

const editor = new Editor({
  element: byId('root'), extensions: [StarterKit.configure({ hardBreak: false, undoRedo: { newGroupDelay: -1 } })], content: '<p></p>',
  editorProps: { attributes: { role: 'textbox', 'aria-label': "What's up?" } },
});

rig.model = () => editor.getText({ blockSeparator: '\n' });
rig.set = (text) => editor.commands.setContent(lines(text).map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] })));
rig.clear = () => editor.commands.clearContent();
wire(editor.view.dom, byId('post'));
