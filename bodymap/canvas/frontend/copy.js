// Copy the address of the page, also on plain http, where the browser offers no clipboard.

export async function copyLink() {
  const link = document.location.href;
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return copyTheOldWay(link);
  }
}

function copyTheOldWay(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}
