// How the overlay looks: plain, calm, light or dark, at any zoom. Nothing moves, and forced colours find native buttons and borders.

export const STYLE = `
:host{all:initial!important;position:fixed!important;inset:0!important;display:none!important;width:auto!important;height:auto!important;border:0!important;background:none!important;overflow:visible!important;pointer-events:none!important;color-scheme:light dark!important}
:host(:popover-open){display:block!important}[hidden]{display:none!important}
*{box-sizing:border-box;font:inherit;color:inherit;margin:0}
.placed,.veil{position:fixed;pointer-events:auto;max-width:100vw;font:15px/1.5 system-ui,sans-serif;color:light-dark(#1c2321,#eef2f0)}
.veil{inset:0;display:grid;grid:minmax(0,1fr)/minmax(0,520px);justify-content:center;align-items:center;padding:12px;background:#0006;font-size:16px}
.card{display:grid;gap:8px;max-height:100%;padding:16px 20px;overflow:auto;overflow-wrap:anywhere;background:light-dark(#fff,#20272a);border:1px solid light-dark(#8a9a94,#63726d);border-radius:12px;box-shadow:0 8px 32px #0005}
.placed.card{width:420px;max-height:70vh}
h2,h3{font-size:1.25em;font-weight:600;line-height:1.3}h3{font-size:1.1em}
article+article{border-top:1px solid light-dark(#d5dedb,#3d494a);padding-top:12px}
.cite,.extras,.done{font-size:14px;color:light-dark(#4d5b56,#b4c2bd)}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}:empty:not(input){display:none}
.row>p,.row>input{flex-basis:100%}.permission{display:grid;grid:auto/1fr 1fr;gap:8px;margin-top:8px}.permission label{display:grid;font-size:14px}
button,input{min-height:36px;padding:5px 14px;border-radius:8px;border:1px solid light-dark(#6f7f79,#8fa09a);background:light-dark(#f4f7f6,#2b3437);cursor:pointer}
.fix,.plain .back{background:light-dark(#17594a,#9fd8c6);color:light-dark(#fff,#0d211b);font-weight:600}
.extras button{min-height:28px;padding:2px 0;margin-right:12px;border-color:transparent;background:none;text-decoration:underline}
.chip{min-height:28px;padding:3px 12px;border-radius:16px;font-size:14px;background:light-dark(#eaf3f0,#2b3437)}
:focus{outline:3px solid light-dark(#0b57d0,#a8c7fa);outline-offset:2px}`;
