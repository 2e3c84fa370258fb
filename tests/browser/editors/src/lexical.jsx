// Lexical in a dialog, built as Facebook builds its post composer.
import React from 'react';
import { createRoot } from 'react-dom/client';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { byId, lines, rig, wire } from './rig.js';

function Expose() {
  const [editor] = useLexicalComposerContext();
  React.useEffect(() => {
    rig.model = () => editor.getEditorState().read(() => $getRoot().getTextContent());
    rig.set = (text) => editor.update(() => {
      const root = $getRoot().clear();
      for (const line of lines(text)) {
        const paragraph = $createParagraphNode();
        if (line) paragraph.append($createTextNode(line));
        root.append(paragraph);
      }
      root.selectEnd();
    }, { discrete: true });
    rig.clear = () => rig.set('');
    wire(editor.getRootElement(), byId('post'));
  }, [editor]);
  return null;
}

createRoot(byId('root')).render(
  <div role="dialog" aria-label="Create post">
    <LexicalComposer initialConfig={{ namespace: 'composer', onError(error) { throw error; } }}>
      <PlainTextPlugin contentEditable={<ContentEditable aria-label="What's on your mind?" role="textbox" spellCheck />}
        placeholder={null} ErrorBoundary={LexicalErrorBoundary} />
      <HistoryPlugin delay={0} />
      <Expose />
    </LexicalComposer>
    <div role="button" tabIndex={0} aria-label="Post" id="post">Post</div>
  </div>,
);
