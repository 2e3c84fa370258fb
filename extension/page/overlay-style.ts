// How the overlay looks: plain, calm, light or dark, at any zoom, in forced colours and without motion where that is wished.

export const STYLE = `
:host{all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;display:block!important;
border:0!important;margin:0!important;padding:0!important;background:none!important;overflow:visible!important;pointer-events:none!important;color-scheme:light dark!important}
*{box-sizing:border-box}
.placed{position:fixed;left:0;top:0;pointer-events:auto;max-width:min(420px,100vw)}
.veil{position:fixed;inset:0;background:#0006;pointer-events:auto}
.middle{position:fixed;inset:0;display:grid;place-items:center;padding:12px;overflow:auto;pointer-events:auto}
.card{font:16px/1.5 system-ui,sans-serif;color:light-dark(#1c2321,#eef2f0);background:light-dark(#fff,#20272a);border:1px solid light-dark(#8a9a94,#63726d);
border-radius:12px;padding:20px 24px;width:100%;max-width:520px;max-height:100%;overflow:auto;overflow-wrap:anywhere;box-shadow:0 8px 32px #0005}
.placed.card{max-height:70vh;padding:14px 16px;font-size:15px}
h2,h3,p{margin:0 0 8px}h2{font-size:20px;line-height:1.3}h3{font-size:17px;line-height:1.3}
article+article{border-top:1px solid light-dark(#d5dedb,#3d494a);padding-top:12px}
.cite,.extras span,.done{font-size:14px;color:light-dark(#4d5b56,#b4c2bd)}.done:empty{display:none}
.fixes,.ends,.reasons,.extras{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}.fixes:empty,.reasons:empty{display:none}
.extras span,.reasons p,.reasons input{flex-basis:100%}
button,input{font:inherit;color:inherit;min-height:36px;min-width:24px;padding:5px 14px;border-radius:8px;border:1px solid light-dark(#6f7f79,#8fa09a);background:light-dark(#f4f7f6,#2b3437);cursor:pointer;text-align:start}
input{cursor:text;background:light-dark(#fff,#161b1d)}
.fix,.plain .back{background:light-dark(#17594a,#9fd8c6);border-color:transparent;color:light-dark(#fff,#0d211b);font-weight:600}
.extras button{min-height:28px;padding:2px 8px;font-size:14px;border-color:transparent;background:none;text-decoration:underline}
.chip{font:14px/1.3 system-ui,sans-serif;color:light-dark(#1c2321,#eef2f0);min-height:28px;padding:3px 12px;border-radius:16px;background:light-dark(#eaf3f0,#2b3437);box-shadow:0 1px 4px #0004}
button:hover{filter:brightness(.95)}
button:focus-visible,input:focus-visible{outline:3px solid light-dark(#0b57d0,#a8c7fa);outline-offset:2px}
@media (forced-colors:active){.card,button,input{border:1px solid ButtonText}.fix{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media (prefers-reduced-motion:no-preference){.card,.chip{animation:come .12s ease-out}@keyframes come{from{opacity:0}}}
`;
