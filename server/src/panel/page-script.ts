/** All that a page does by itself: it hides what does not hold the words that are looked for. Without scripts everything is there. */
export const pageScript = `
  const search=document.getElementById("search"),none=document.getElementById("none");
  search.closest("label").hidden=false;
  const text=new Map();
  const textOf=(row)=>{let known=text.get(row);if(known===undefined)text.set(row,known=row.textContent.toLowerCase());return known};
  search.addEventListener("input",()=>{
    const words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const holds=(row)=>words.every((word)=>textOf(row).includes(word));
    let shown=0;
    for(const rows of document.querySelectorAll(".rows")){
      let lane,any=false,all=false;
      const close=()=>{if(lane)lane.hidden=!any&&!all;};
      for(const row of rows.children){
        if(row.classList.contains("lane")){close();lane=row;any=false;all=holds(row);}
        else{row.hidden=!all&&!holds(row);if(!row.hidden){any=true;shown++;}}
      }
      close();
    }
    for(const part of document.querySelectorAll("tbody")){
      const title=part.querySelector("th[scope=rowgroup]");
      const all=title!==null&&holds(title.parentElement);
      let any=all;
      for(const row of part.querySelectorAll("tr")){
        if(title!==null&&row===title.parentElement)continue;
        row.hidden=!all&&!holds(row);
        if(!row.hidden){any=true;shown++;}
      }
      part.hidden=!any;
    }
    none.hidden=shown>0||words.length===0;
  });
`;

/** What the policy of the page knows the script by; a test tells when it has changed. */
export const pageScriptHash = "sha256-FjLPQV2P1UkfQ2BvZ1WYubJhL5LfsfoGa8A/NvE92Jc=";
