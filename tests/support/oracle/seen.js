/*
 * What a person sees in cells of a page: for each, the plain figure, or null where what is seen is no plain figure.
 *
 * A figure is plain only if each of its characters has one base line and one size, no line through it, lies on top,
 * contrasts with its ground, and nothing that is no text stands beside it.
 */
ids => {
  const LEAST = { opacity: 0.05, clearOpacity: 0.35, contrast: 1.12, clearContrast: 1.6 };
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;

  const colours = new Map();
  const colour = text => {  // as red, green, blue and opacity
    if (!colours.has(text)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = "#000";
      canvas.fillStyle = text;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      colours.set(text, [r, g, b, a / 255]);
    }
    return colours.get(text);
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const light = rgb => {
    const [r, g, b] = rgb.slice(0, 3).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };

  const chain = element => {
    const all = [];
    for (let each = element; each; each = each.parentElement) all.push(each);
    return all;
  };
  const styles = new Map();
  const style = element => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };

  const fonts = new Map();
  const metrics = s => {
    const font = `${s.fontStyle} ${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
    if (!fonts.has(font)) {
      canvas.font = "10px serif";
      canvas.font = font;
      const m = canvas.measureText("1");
      fonts.set(font, [m.fontBoundingBoxAscent, m.fontBoundingBoxDescent]);
    }
    return fonts.get(font);
  };

  // The characters of a text node that have a box.
  const characters = node => {
    const found = [], range = document.createRange();
    for (let i = 0; i < node.data.length; i++) {
      if (/[\s\u200b\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/.test(node.data[i])) continue;
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      for (const box of range.getClientRects())
        if (box.height > 0.2) { found.push({ text: node.data[i], box, parent: node.parentElement }); break; }
    }
    return found;
  };

  const isOutOfFlow = s => s.float !== "none" || s.position === "absolute" || s.position === "fixed"
    || /^inline-(block|table|flex|grid)$/.test(s.display);
  const struck = element => {
    for (const each of chain(element)) {
      if (style(each).textDecorationLine.includes("line-through")) return true;
      if (isOutOfFlow(style(each))) return false;
    }
    return false;
  };

  const opacity = element => {
    let product = 1;
    for (const each of chain(element)) {
      const s = style(each);
      product *= Number(s.opacity);
      for (const [, value] of s.filter.matchAll(/opacity\(([\d.]+)\)/g)) product *= Number(value);
    }
    return product;
  };

  // The ground under an element, and whether a picture is part of it.
  const ground = element => {
    let picture = false;
    const layers = [];
    for (const each of chain(element)) {
      const s = style(each);
      if (s.backgroundImage !== "none") picture = true;
      layers.push(colour(s.backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return [layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]), picture];
  };

  // The part of a box that ancestors leave: overflow cuts what is within them.
  const clip = (element, box) => {
    let { left, top, right, bottom } = box;
    let fixed = false;
    let absolute = false;
    for (const each of chain(element)) {
      const s = style(each);
      const cut = /^(absolute|fixed)$/.test(s.position) && s.clip.match(/^rect\(([^)]*)\)$/);
      if (cut) {
        const b = each.getBoundingClientRect(), [t, r, d, l] = cut[1].split(/[ ,]+/).map(parseFloat);
        left = Math.max(left, b.left + (l || 0)); right = Math.min(right, isNaN(r) ? right : b.left + r);
        top = Math.max(top, b.top + (t || 0)); bottom = Math.min(bottom, isNaN(d) ? bottom : b.top + d);
      }
      if (each !== element || !/^inline$/.test(s.display)) {
        const cuts = !/^inline$/.test(s.display) && s.overflow !== "visible" && each !== document.body && each !== document.documentElement;
        if (cuts && !fixed && !(absolute && s.position === "static")) {
          const b = each.getBoundingClientRect();
          left = Math.max(left, b.left); right = Math.min(right, b.right);
          top = Math.max(top, b.top); bottom = Math.min(bottom, b.bottom);
        }
      }
      if (s.position === "fixed") fixed = true;
      if (s.position === "absolute") absolute = true;
      else if (s.position !== "static") absolute = false;
    }
    return { left, top, right, bottom };
  };

  const PAINTS = /^(img|svg|canvas|video|object|embed|iframe|input|textarea|select|button|meter|progress|hr)$/i;
  const isOpaque = element => {
    const s = style(element);
    if (s.visibility !== "visible" || opacity(element) < 0.95) return null;
    if (colour(s.backgroundColor)[3] > 0.95) return true;
    if (PAINTS.test(element.localName) || s.backgroundImage !== "none") return true;
    return false;
  };

  // Whether a point of a character is seen: true, false if something opaque lies over it or it is cut, null if unclear.
  const isOnTop = (parent, x, y) => {
    while (style(parent).display === "contents") parent = parent.parentElement;
    const all = document.elementsFromPoint(x, y);
    const at = all.findIndex(each => each === parent);
    if (at < 0) return false;
    let clear = true;
    for (const each of all.slice(0, at)) {
      const s = style(each);
      if (s.visibility !== "visible" || opacity(each) < LEAST.opacity) continue;
      if (isOpaque(each)) return false;
      if (colour(s.backgroundColor)[3] > 0.05) clear = null;
    }
    return clear;
  };

  const seen = character => {  // true, false, or why it is unclear
    const { box, parent } = character;
    const s = style(parent);
    if (s.visibility !== "visible") return false;
    const through = opacity(parent);
    if (through < LEAST.opacity) return false;
    if (box.right < 1 || box.bottom < 1) return false;
    const left = clip(parent, box);
    if (left.right - left.left < 0.5 || left.bottom - left.top < 0.5) return false;
    if ((left.right - left.left) * (left.bottom - left.top) < 0.7 * box.width * box.height) return "cut";
    if (box.right > innerWidth || box.bottom > innerHeight) return "outside the window";
    const [below, picture] = ground(parent);
    const fill = s.webkitTextFillColor || s.color;
    const own = colour(fill);
    const drawn = over([own[0], own[1], own[2], own[3] * through], below);
    const ratio = contrast(drawn, below);
    if (own[3] * through < LEAST.opacity) return false;
    const [first, ...others] = [0.5, 0.22, 0.78].flatMap(x => [0.5, 0.3, 0.7].map(y =>
      isOnTop(parent, box.left + box.width * x, box.top + box.height * y)));
    const points = [first, ...others];
    if (points.every(each => each === false)) return false;
    if (!points.every(each => each === true)) return "partly covered";
    if (picture) return "on a picture";
    const difference = Math.max(...drawn.slice(0, 3).map((v, i) => Math.abs(v - below[i])));
    if (ratio < LEAST.contrast && difference < 40) return false;
    if (own[3] * through < LEAST.clearOpacity || ratio < LEAST.clearContrast) return "faint";
    for (const each of chain(parent)) {
      const e = style(each);
      if (e.maskImage !== "none" || e.mixBlendMode !== "normal") return "blended";
      if (e.textOverflow !== "clip" && e.overflow !== "visible" && each.scrollWidth > each.clientWidth) return "cut";
      if (e.transform !== "none") {
        const m = new DOMMatrix(e.transform);
        if (Math.abs(m.b) > 0.02 || Math.abs(m.c) > 0.02 || m.a <= 0 || m.d <= 0) return "turned";
      }
      if (e.rotate !== "none") return "turned";
      if (each.closest("table") === null) break;
    }
    const shadow = s.textShadow;
    if (shadow !== "none") {
      const [x, y, blur] = [...shadow.replace(/rgba?\([^)]*\)/g, "").matchAll(/(-?[\d.]+)px/g)].map(m => Number(m[1]));
      if (Math.hypot(x, y) > 2 && blur < 3) return "a shadow";
    }
    return true;
  };

  const baseLine = character => {
    const { box, parent } = character;
    const [ascent, descent] = metrics(style(parent));
    return box.bottom - descent * box.height / (ascent + descent);
  };

  // The size of a character, whatever shrinks it.
  const size = ({ box, parent }) => {
    const [ascent, descent] = metrics(style(parent));
    return parseFloat(style(parent).fontSize) * box.height / (ascent + descent);
  };

  // Whether a first letter or line has a style of its own: other than its element's, and other than none.
  const UNSTYLED = {
    color: null, fontSize: null, visibility: null, opacity: "1", verticalAlign: "baseline", textDecorationLine: "none",
    backgroundColor: "rgba(0, 0, 0, 0)", position: "static",
  };
  const isStyled = (pseudo, own) => Object.entries(UNSTYLED).some(([name, none]) => pseudo[name] !== own[name] && pseudo[name] !== none);

  // The width that a character has by itself, whatever draws it nearer to the next.
  const width = character => {
    metrics(style(character.parent));
    const s = style(character.parent);
    canvas.font = `${s.fontStyle} ${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
    return canvas.measureText(character.text).width * size(character) / parseFloat(s.fontSize);
  };

  // What stands in a cell beside its text nodes and is seen: generated content, form fields, pictures, markers.
  const beside = cell => {
    for (const each of [cell, ...cell.querySelectorAll("*")]) {
      const s = style(each);
      if (s.display === "none") continue;
      const hidden = s.visibility !== "visible" || opacity(each) < LEAST.opacity;
      if (!hidden && each.getClientRects().length || s.display === "contents") {
        for (const pseudo of ["::before", "::after"]) {
          const p = getComputedStyle(each, pseudo);
          if (/^(none|normal)$/.test(p.content) || p.display === "none" || p.visibility !== "visible" || Number(p.opacity) < LEAST.opacity) continue;
          if (p.content !== '""' || colour(p.backgroundColor)[3] > 0.05 && parseFloat(p.width) > 0) return `generated ${p.content}`;
        }
        for (const pseudo of ["::first-letter", "::first-line"])
          if (s.display !== "inline" && isStyled(getComputedStyle(each, pseudo), s)) return `another ${pseudo}`;
        if (s.display === "list-item" && !/^(none|disc|circle|square|disclosure-.*)$/.test(s.listStyleType)) return "a number of a list";
        if (s.content !== "normal" && s.content !== "none") return "replaced content";
      }
      if (hidden || each === cell) continue;
      const box = each.getBoundingClientRect();
      if (PAINTS.test(each.localName) && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0) return each.localName;
    }
    return null;
  };

  document.head.insertAdjacentHTML("beforeend", "<style id='for-the-oracle'>*{pointer-events:auto !important}</style>");
  const everything = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.parentElement.closest("td") && /\d/.test(walker.currentNode.data)) everything.push(...characters(walker.currentNode).map(each => ({ ...each, node: walker.currentNode })));

  const look = cell => {
    if (!cell) return [null, "no such cell"];
    const area = cell.getBoundingClientRect();
    const odd = beside(cell);
    const own = everything.filter(each => cell.contains(each.parent));
    const strangers = everything.filter(each => !cell.contains(each.parent) && !each.parent.contains(cell)
      && each.box.left + each.box.width / 2 > area.left && each.box.left + each.box.width / 2 < area.right
      && each.box.top + each.box.height / 2 > area.top && each.box.top + each.box.height / 2 < area.bottom
      && area.width > 0 && seen(each) !== false);
    const shown = [];
    for (const each of own) {
      const is = seen(each);
      if (is === false) continue;
      if (is !== true) return [null, is];
      shown.push(each);
    }
    if (strangers.length) return [null, "text of another cell"];
    if (odd === "input" && shown.length === 0) {
      const [input, ...others] = [...cell.querySelectorAll("input,textarea,select,button,img,svg,canvas")]
        .filter(each => each.type !== "hidden" && each.getClientRects().length);
      if (others.length === 0 && /^(text|number|tel|search)$/.test(input.type) && !beside(document.createElement("td"))) {
        const s = style(input);
        const [below] = ground(input);
        if (contrast(colour(s.color), below) > LEAST.clearContrast && s.textDecorationLine === "none" && parseFloat(s.fontSize) > 6
          && input.scrollWidth <= input.clientWidth + 1) return [input.value, "an input"];
      }
    }
    if (odd) return [null, odd];
    if (!shown.length) return ["", "nothing is seen"];
    const lines = shown.map(baseLine), sizes = shown.map(size);
    if (Math.max(...lines) - Math.min(...lines) > 1.3) return [null, "several base lines"];
    if (Math.min(...sizes) < 0.9 * Math.max(...sizes)) return [null, "several sizes"];
    if (shown.some(each => struck(each.parent))) return [null, "struck"];
    shown.sort((a, b) => a.box.left - b.box.left);
    for (let i = 1; i < shown.length; i++) {
      const [a, b] = [shown[i - 1].box, shown[i].box];
      if (b.left < a.left + 0.7 * width(shown[i - 1])) return [null, "one over the other"];
      if (b.left > a.right + 0.45 * Math.max(...sizes)) return [null, "a gap"];
    }
    for (const { box } of shown) {
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      if (x < area.left || x > area.right || y < area.top || y > area.bottom) return [null, "outside its cell"];
    }
    if (Math.min(...sizes) < 5) return Math.min(...sizes) < 2 ? ["", "too small to be seen"] : [null, "too small"];
    return [shown.map(each => each.text).join(""), "plain"];
  };
  const answers = ids.map(id => look(document.getElementById(id)));
  document.getElementById("for-the-oracle").remove();
  return answers;
}
