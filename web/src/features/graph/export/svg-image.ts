/** What makes an element look as it does; class names mean nothing outside of the page. */
const LOOKS = [
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "letter-spacing",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "vector-effect",
  "visibility",
] as const;

/** An SVG of the page as an image of its own, looking as it does on the page, letters included. */
export async function svgImage(svg: SVGSVGElement, size: { width: number; height: number }): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, element] of copies.entries()) {
    const look = getComputedStyle(originals[index] as Element);
    for (const name of LOOKS) element.setAttribute(name, look.getPropertyValue(name));
    element.removeAttribute("class");
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(size.width));
  copy.setAttribute("height", String(size.height));
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = await fontFaces(familiesOf(copies));
  copy.prepend(style);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

function familiesOf(elements: readonly Element[]): ReadonlySet<string> {
  return new Set(
    elements
      .filter((element) => element.tagName === "text")
      .map(
        (element) => (element.getAttribute("font-family") ?? "").split(",")[0]?.replaceAll(/["']/g, "").trim() ?? "",
      ),
  );
}

/** The page's own fonts, written out: an image can't fetch anything. A font that can't be read is left to the system's. */
async function fontFaces(families: ReadonlySet<string>): Promise<string> {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter((rule) => families.has(rule.style.getPropertyValue("font-family").replaceAll(/["']/g, "")));
  const written = await Promise.all(rules.map(fontFace));
  return written.join("");
}

async function fontFace(rule: CSSFontFaceRule): Promise<string> {
  const url = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (url === undefined) return "";
  try {
    const response = await fetch(new URL(url, rule.parentStyleSheet?.href ?? document.baseURI));
    const data = await dataUrl(await response.blob());
    const family = rule.style.getPropertyValue("font-family");
    const weight = rule.style.getPropertyValue("font-weight") || "normal";
    return `@font-face{font-family:${family};font-weight:${weight};src:url(${data})}`;
  } catch {
    return "";
  }
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
