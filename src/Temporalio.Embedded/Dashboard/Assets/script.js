// Keeps the page current while "Live" is checked. Everything else works without this.
const live = document.getElementById("live");
const busy = () => document.hidden || document.querySelector("main details[open]") !== null || document.activeElement?.matches("main input, main textarea, main button");

live.checked = sessionStorage.getItem("live") === "on";
live.addEventListener("change", () => sessionStorage.setItem("live", live.checked ? "on" : "off"));
setInterval(async () => {
  if (!live.checked || busy()) {
    return;
  }

  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = document.querySelector("main");
    const focused = document.activeElement?.getAttribute("href");
    if (!busy() && main.innerHTML !== page.querySelector("main").innerHTML) {
      main.replaceChildren(...page.querySelector("main").childNodes);
      focused && main.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
    }
  }
}, 2000);

// A link from the timeline opens its event.
const open = () => {
  const event = location.hash.startsWith("#event-") ? document.getElementById(location.hash.slice(1)) : null;
  if (event) {
    event.querySelector("details").open = true;
    event.scrollIntoView({ block: "center" });
  }
};
addEventListener("hashchange", open);
open();
