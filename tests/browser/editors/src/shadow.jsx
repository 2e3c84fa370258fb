// A composer whose textarea and button are both inside an open shadow root, as web components are built.
import { rig, wire } from './rig.js';

class PageComposer extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const area = Object.assign(document.createElement('textarea'), { id: 'area', ariaLabel: 'Add a comment' });
    const button = Object.assign(document.createElement('button'), { id: 'post', type: 'button', textContent: 'Post' });
    root.append(area, button);
    rig.model = () => area.value;
    rig.set = (text) => { area.value = text; };
    rig.clear = () => rig.set('');
    wire(area, button);
  }
}

customElements.define('page-composer', PageComposer);
