import { serve } from '../../www/serve.mjs'; import {openBrowser,Checker} from './www/rig.mjs';
const s=await serve(); const {browser,close}=await openBrowser('chromium'); const c=await Checker.open(browser,s.address); await c.choose('policy','durrington');
for (const t of ['Proud to teach Year 9 at Larkfield, and so pleased for Jayden in 7B who got top marks in maths today. '.repeat(3).slice(0, 280),'Thank you for your email about the homework. We looked at it with Mrs Patel in Science on Monday. '.repeat(31).slice(0, 3000)]){
 await c.paste(t);
 console.log(await c.page.evaluate(()=>{const out={};const d=document.querySelector('#draft');for(let k=0;k<60;k++){performance.clearMarks();d.setSelectionRange(k,k);performance.mark('start');document.execCommand('insertText',false,'x');performance.mark('end');const m=Object.fromEntries(performance.getEntriesByType('mark').map(x=>[x.name,x.startTime]));const o=['start','a','b','c','d','e','end'];for(let i=1;i<o.length;i++){(out[o[i-1]+'-'+o[i]]??=[]).push(m[o[i]]-m[o[i-1]]);}}for(const k in out){out[k].sort((a,b)=>a-b);out[k]=out[k][30].toFixed(2);}return out;}));
 console.log((await c.cards()).length);}
await c.choose('moment','connect'); await c.paste('');await c.page.type('#person-name','Jordan Featherstone'); console.log(await c.text('#summary'), await c.cards());
await c.choose('moment','post');await c.choose('policy','academy-trust');await c.paste('😀 Mrs Patel in Science is off.'); console.log(await c.cards());
await close();await s.close();
