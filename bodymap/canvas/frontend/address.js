// What is shown, in the address of the page, without a step for Back: for what is still being typed,
// and for looking at another side. A finished choice makes its own step before this comes.

let path = null; // of the page that keeps an address; another page's address is not ours to change
let shown = null;

export function showAddress(address) {
  path ??= location.pathname;
  if (address === null || address === undefined || address === shown) return;
  if (location.pathname !== path) return;
  shown = address;
  // What Streamlit itself reads from the address stays in it.
  const own = location.search.slice(1).split("&").filter((part) => part.startsWith("embed"));
  const said = [address, ...own].filter(Boolean).join("&");
  const search = said ? `?${said}` : "";
  if (search !== location.search) history.replaceState(history.state, "", path + search);
}
