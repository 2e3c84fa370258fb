// Draft.js with X's own test ids: the post composer.
import React from 'react';
import { createRoot } from 'react-dom/client';
import { Editor, EditorState, ContentState, getDefaultKeyBinding } from 'draft-js';
import 'draft-js/dist/Draft.css';
import { byId, hear, post, rig } from './rig.js';

function Composer() {
  const [state, setState] = React.useState(() => EditorState.createEmpty());
  rig.model = () => state.getCurrentContent().getPlainText('\n');
  rig.set = (text) => setState(EditorState.moveFocusToEnd(EditorState.createWithContent(ContentState.createFromText(text))));
  rig.clear = () => rig.set('');
  const key = (event) => (event.key === 'Enter' && event.ctrlKey ? 'post' : getDefaultKeyBinding(event));
  const command = (name) => { if (name !== 'post') return 'not-handled'; post('ctrl-enter'); return 'handled'; };
  return (
    <div data-testid="primaryColumn">
      <div data-testid="tweetTextarea_0RichTextInputContainer">
        <Editor editorState={state} onChange={setState} keyBindingFn={key} handleKeyCommand={command}
          role="textbox" ariaLabel="Post text" ariaMultiline webDriverTestID="tweetTextarea_0" />
      </div>
      <div data-testid="toolBar">
        <button type="button" role="button" data-testid="tweetButtonInline" id="post" onClick={() => post('click')}>Post</button>
      </div>
    </div>
  );
}

createRoot(byId('root')).render(<Composer />);
addEventListener('load', () => requestAnimationFrame(function look() {
  const editor = document.querySelector('[data-testid="tweetTextarea_0"]');
  if (!editor) return requestAnimationFrame(look);
  hear(editor, ['keydown', 'beforeinput', 'input', 'paste'], 'editor');
  hear(byId('post'), ['click'], 'button');
  rig.ready = true;
}));
