// A textarea whose value React owns: text set past React is forgotten at the next render.
import React from 'react';
import { createRoot } from 'react-dom/client';
import { byId, hear, post, rig } from './rig.js';

function Composer() {
  const [text, setText] = React.useState('');
  const area = React.useRef(null);
  rig.model = () => text;
  rig.set = setText;
  rig.clear = () => setText('');
  React.useEffect(() => {
    hear(area.current, ['keydown', 'beforeinput', 'input', 'paste'], 'editor');
    hear(byId('post'), ['click'], 'button');
    rig.ready = true;
  }, []);
  const key = (event) => { if (event.key === 'Enter' && event.ctrlKey) { event.preventDefault(); post('ctrl-enter'); } };
  return (
    <div role="dialog" aria-label="Publish">
      <textarea id="area" ref={area} aria-label="What's on your mind?" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={key} />
      <span id="count">{text.length}</span>
      <button type="button" id="post" disabled={!text} onClick={() => post('click')}>Publish</button>
    </div>
  );
}

createRoot(byId('root')).render(<Composer />);
