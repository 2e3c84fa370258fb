// The editor libraries that the sites use, each put where a saved page has its editor, with the saved attributes kept.
import React from 'react';
import { createRoot } from 'react-dom/client';
import { ContentState, Editor as Draft, EditorState } from 'draft-js';
import { $createParagraphNode, $getRoot, createEditor as createLexical } from 'lexical';
import { registerPlainText } from '@lexical/plain-text';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import Quill from 'quill';
import { createEditor as createSlate, Editor as SlateEditor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { Editor as Tiptap } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

function copy(saved, element) {
  for (const { name, value } of saved.attributes) {
    if (name === 'class') element.classList.add(...saved.classList);
    else if (name !== 'contenteditable') element.setAttribute(name, value);
  }
  return element;
}

/** Draws into the place of a saved element, and gives the editable element once it is there. */
function draw(saved, component, selector) {
  const place = document.createElement('div');
  saved.replaceWith(place);
  createRoot(place).render(component);
  return new Promise((done) => {
    requestAnimationFrame(function look() {
      const element = place.querySelector(selector);
      if (element) done(copy(saved, element));
      else requestAnimationFrame(look);
    });
  });
}

function field(element) {
  element.value = '';
  return { element, model: () => element.value, clear: () => { element.value = ''; } };
}

const plain = (element) => ({ element, model: () => element.innerText.replace(/\n$/, ''), clear: () => { element.textContent = ''; } });

async function draft(saved) {
  const own = {};
  function Composer() {
    const [state, setState] = React.useState(() => EditorState.createEmpty());
    own.model = () => state.getCurrentContent().getPlainText('\n');
    own.clear = () => setState(EditorState.moveFocusToEnd(EditorState.createWithContent(ContentState.createFromText(''))));
    return <Draft editorState={state} onChange={setState} role="textbox" />;
  }
  const element = await draw(saved, <Composer />, '[contenteditable]');
  return { element, model: () => own.model(), clear: () => own.clear() };
}

function lexical(element) {
  const editor = createLexical({ namespace: 'composer', onError(error) { throw error; } });
  const empty = () => editor.update(() => { $getRoot().clear().append($createParagraphNode()).selectEnd(); }, { discrete: true });
  editor.setRootElement(element);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  empty();
  return { element, model: () => editor.getEditorState().read(() => $getRoot().getTextContent()), clear: empty };
}

function quill(saved) {
  const place = document.createElement('div');
  saved.replaceWith(place);
  const editor = new Quill(place, { modules: { history: { delay: 0 } } });
  return { element: copy(saved, editor.root), model: () => editor.getText().replace(/\n$/, ''), clear: () => editor.setText('') };
}

function tiptap(saved) {
  const place = document.createElement('div');
  saved.replaceWith(place);
  const editor = new Tiptap({ element: place, extensions: [StarterKit.configure({ hardBreak: false, undoRedo: { newGroupDelay: -1 } })], content: '<p></p>' });
  const clear = () => editor.commands.clearContent();
  return { element: copy(saved, editor.view.dom), model: () => editor.getText({ blockSeparator: '\n' }), clear };
}

async function slate(saved) {
  const editor = withHistory(withReact(createSlate()));
  const clear = () => {
    Transforms.removeNodes(editor, { at: [], mode: 'highest', match: (_, path) => path.length === 1 });
    Transforms.insertNodes(editor, [{ type: 'paragraph', children: [{ text: '' }] }], { at: [0] });
    Transforms.select(editor, SlateEditor.end(editor, []));
  };
  const component = <Slate editor={editor} initialValue={[{ type: 'paragraph', children: [{ text: '' }] }]}><Editable role="textbox" /></Slate>;
  const element = await draw(saved, component, '[data-slate-editor]');
  return { element, model: () => editor.children.map((node) => Node.string(node)).join('\n'), clear };
}

export const MOUNTS = { field, plain, draft, lexical, quill, tiptap, slate };
