// TinyMCE: the text lives in a frame of its own, the Post button outside it.
import tinymce from 'tinymce/tinymce';
import 'tinymce/models/dom';
import 'tinymce/themes/silver';
import 'tinymce/icons/default';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import { byId, lines, rig, wire } from './rig.js';

const area = document.createElement('textarea');
byId('root').append(area);
tinymce.init({ target: area, license_key: 'gpl', menubar: false, toolbar: 'bold', promotion: false, branding: false }).then(([editor]) => {
  rig.model = () => editor.getContent({ format: 'text' }).replace(/\u00a0/g, ' ').replace(/\n\n/g, '\n').trimEnd();
  rig.set = (text) => editor.setContent(lines(text).map((line) => `<p>${line}</p>`).join(''));
  rig.clear = () => editor.setContent('');
  wire(editor.getBody(), byId('post'));
});
