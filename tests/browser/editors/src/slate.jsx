// Slate with its history, posting on Enter as chat-like composers do (Shift+Enter makes a line).
import React from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import { withHistory } from 'slate-history';
import { byId, hear, lines, post, rig } from './rig.js';

const empty = () => [{ type: 'paragraph', children: [{ text: '' }] }];

function Composer() {
  const editor = React.useMemo(() => withHistory(withReact(createEditor())), []);
  rig.model = () => editor.children.map((node) => Node.string(node)).join('\n');
  rig.set = (text) => {
    Transforms.removeNodes(editor, { at: [], mode: 'highest', match: (_, path) => path.length === 1 });
    Transforms.insertNodes(editor, lines(text).map((line) => ({ type: 'paragraph', children: [{ text: line }] })), { at: [0] });
    Transforms.select(editor, Editor.end(editor, []));
  };
  rig.clear = () => rig.set('');
  const key = (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    post(event.ctrlKey ? 'ctrl-enter' : 'enter');
  };
  return (
    <Slate editor={editor} initialValue={empty()}>
      <Editable role="textbox" aria-label="Message #general" onKeyDown={key} id="editor" />
    </Slate>
  );
}

createRoot(byId('root')).render(<Composer />);
requestAnimationFrame(function look() {
  if (!byId('editor')) return requestAnimationFrame(look);
  hear(byId('editor'), ['keydown', 'beforeinput', 'input', 'paste'], 'editor');
  hear(byId('post'), ['click'], 'button');
  byId('post').addEventListener('click', () => post('click'));
  rig.ready = true;
});
