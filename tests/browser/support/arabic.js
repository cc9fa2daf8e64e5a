// A locale for the tests that is written from right to left: the theme's English messages, letter by letter in Arabic
// script. So every message has its words, whatever messages the theme has.

const LETTERS = { a: 'ا', b: 'ب', c: 'ك', d: 'د', e: 'ي', f: 'ف', g: 'ج', h: 'ه', i: 'ي', j: 'ج', k: 'ك', l: 'ل', m: 'م',
  n: 'ن', o: 'و', p: 'ب', q: 'ق', r: 'ر', s: 'س', t: 'ت', u: 'و', v: 'ف', w: 'و', x: 'خ', y: 'ي', z: 'ز' };

/** Latin letters as Arabic ones. */
export function arabic(text) {
  return text.replace(/[a-z]/gi, (letter) => LETTERS[letter.toLowerCase()]);
}

/** Messages with their ids and placeables, and Arabic letters for words. */
export function arabicMessages(english) {
  const entries = english.split(/^(?=[a-z-])/m).filter((entry) => /^-?[a-z]/.test(entry));
  return entries.map((entry) => {
    const [, id, value] = /^(-?[\w-]+ =)([^]*)$/.exec(entry.replace(/^#.*\n/gm, ''));
    return id + pattern(value);
  }).join('');
}

/** Walks through a message: only what is outside of placeables, or stands in a variant, is words. */
function pattern(value) {
  const open = ['words'];
  let out = '';
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at];
    const rest = value.slice(at);
    if (open.at(-1) === 'words') {
      if (open.length > 1 && /^\n\s*(\*?\[|\})/.test(rest)) open.pop();
      if (letter === '{') open.push('placeable');
      out += open.at(-1) === 'words' ? arabic(letter) : letter;
      continue;
    }
    const skipped = /^("[^"]*"|\[[^\]]*\])/.exec(rest);
    if (skipped) {
      out += skipped[0];
      at += skipped[0].length - 1;
      if (letter === '[') open.push('words');
      continue;
    }
    if (letter === '}') open.pop();
    out += letter;
  }
  return out;
}
