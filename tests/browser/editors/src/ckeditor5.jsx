// CKEditor 5, the classic build's core.
import { Bold, ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { byId, lines, post, rig, wire } from './rig.js';

const block = (element) => [...element.getChildren()].map((child) => (child.is('$text') ? child.data : '\n')).join('');

ClassicEditor.create(byId('root'), { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold], toolbar: ['bold'] }).then((editor) => {
  rig.model = () => [...editor.model.document.getRoot().getChildren()].map(block).join('\n');
  rig.set = (text) => editor.setData(lines(text).map((line) => `<p>${line}</p>`).join(''));
  rig.clear = () => editor.setData('');
  wire(editor.ui.getEditableElement(), byId('post'));
});
