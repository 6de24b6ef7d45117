import { openPlan, goTo, end, browser, visit } from "/work/wt/browser/tests/browser/world.mjs";
const t={after(){}};
const hundred = "Mam’s café – naïve “quotes” 👩‍👩‍👧 ffôl tŷ\n".repeat(2500);
const go=(p,sel,text)=>p.evaluate(([sel,text])=>{const a= sel? document.querySelector(sel): document.activeElement.shadowRoot.activeElement; a.focus(); const t=performance.now(); document.execCommand('insertText',false,text); return Math.round(performance.now()-t)},[sel,text]);
try{
const p=await visit(t,{path:'/pages/index.html'});
await p.evaluate(()=>{const a=document.createElement('textarea');a.id='x';document.body.append(a)});
console.log('plain textarea newlines', await go(p,'#x',hundred));
await p.evaluate(()=>{document.querySelector('#x').value=''; document.querySelector('#x').dir='auto'});
console.log('plain dir=auto', await go(p,'#x',hundred));
await p.evaluate(()=>{document.querySelector('#x').value='';});
console.log('plain no newlines', await go(p,'#x',hundred.replaceAll('\n',' ')));
const q=await openPlan(t,"CIN-1042"); await goTo(q,"Assessment and analysis");
const box=q.locator('[data-ask="assessment/analysis"]'); await box.focus(); await q.keyboard.press('Control+A');
console.log('ours newlines', await go(q,null,hundred)); 
await q.keyboard.press('Control+A');
console.log('ours no newlines', await go(q,null,hundred.replaceAll('\n',' '))); 
// real paste
await q.context().grantPermissions(['clipboard-read','clipboard-write']);
await q.evaluate((x)=>navigator.clipboard.writeText(x),hundred).catch(e=>console.log(String(e)));
await box.focus(); await q.keyboard.press('Control+A'); const T=Date.now(); await q.keyboard.press('Control+V'); console.log('real paste',Date.now()-T, (await box.inputValue()).length);
}catch(e){console.log(e)}
await end();
