import puppeteer from 'puppeteer-core'; import { serve } from '../../www/serve.mjs';
const s=await serve(); const out='/tmp/shots-www/';
const b=await puppeteer.launch({executablePath:'/usr/bin/chromium',headless:true,args:['--no-sandbox','--disable-gpu','--force-color-profile=srgb']});
const logs=[];
async function open(w,h,dsf,dark,hash=''){const c=await b.createBrowserContext();const p=await c.newPage();p.on('console',m=>logs.push(m.text()));p.on('pageerror',e=>logs.push('ERR '+e.message));
 await p.setViewport({width:w,height:h,deviceScaleFactor:dsf});await p.emulateMediaFeatures([{name:'prefers-color-scheme',value:dark?'dark':'light'}]);
 await p.goto(s.address+hash,{waitUntil:'networkidle0'});await p.waitForFunction(()=>!document.querySelector('#summary').textContent.startsWith('Getting'),{timeout:8000}).catch(e=>logs.push('not ready'));return p;}
const only=process.argv[2];
const draft='Proud to teach Year 9 at Larkfield. So pleased for Jayden in 7B who got top marks.\nI teach him at Larkfield Academy, and Mrs Patel in Science is over the moon too.';
const rows=[
 ['laptop-empty',1366,900,1,false,'',null],['laptop-found',1366,900,1,false,'',draft],['laptop-dark',1366,900,1,true,'',draft],
 ['laptop-none',1366,900,1,false,'','Frost on the allotment this morning.'],
 ['phone-empty',390,844,2,false,'',null],['phone-found',390,844,2,false,'',draft],['phone-dark',390,844,2,true,'',draft],
 ['zoom200',683,450,2,false,'',draft],['w320',320,640,2,false,'',draft],
 ['asks-laptop',1366,900,1,false,'#asks',null],['asks-phone',390,844,2,false,'#asks',null],['asks-dark',1366,900,1,true,'#asks',null],['asks-phone-top',390,844,2,false,'#asks',null],['asks-dark-top',1366,900,1,true,'#asks',null],['about',1366,900,1,false,'#about',null],
 ['fixed',1366,900,1,false,'','FIXED'],['mail',1366,900,1,false,'','MAIL'],['connect',1366,900,1,false,'','CONNECT'],['more',1366,900,1,false,'','MORE'],
];
for(const [n,w,h,d,dark,hash,text] of rows){ if(only&&!n.match(only))continue; const p=await open(w,h,d,dark,hash);
 await p.select('#policy','durrington'); if(text==='MAIL'){await p.click('#examples li:nth-child(3) button');}
 else if(text==='CONNECT'){await p.select('#moment','connect');await (await p.$('#roster-file')).uploadFile('/work/main/tests/browser/www/files/pupils.csv');await p.waitForFunction(()=>document.querySelector('#roster-report').textContent);await p.type('#person-name','Jordan Featherstone');}
 else if(text==='FIXED'){await p.focus('#draft');await p.keyboard.type(draft);await p.click('[data-fix="1 0"]');await p.click('[data-go="0"]');}
 else if(text==='MORE'){await p.evaluate(()=>document.querySelectorAll('details').forEach(d=>d.open=true)); await (await p.$('#roster-file')).uploadFile('/work/shared/data/roster/fixtures/sims_report.csv'); await p.waitForFunction(()=>document.querySelector('#roster-report').textContent);}
 else if(text){await p.focus('#draft');await p.keyboard.type(text);}
 await p.evaluate(()=>document.fonts.ready);
 await p.screenshot({path:out+n+'.png',fullPage:!n.endsWith("-top")});await p.close();}
console.log([...new Set(logs)].join('\n'));await b.close();await s.close();
