/* What a text comes to in a search, by the rules of src/locale/stem.rs: what a reader types is folded as the
   site's texts were. And what a part of the index says, as src/output/search/parts.rs writes it. */
"use strict";
const wartaFolding = (() => {
  const ROOTS = "asean berita berlian dialog diaspora digital dimensi dinami diplom direk disiplin diskusi distribusi diversi kecuali kelompok kelola keluarga kembal kembang kemuka kend kepala kerangka kerja ketua media mekanis melayu memor menteri merdeka metod nilai pelabuhan percaya perdana perempuan perhati perintah period perlu perspektif pertama peristiwa pesawat personal personel peserta petisi tentara terap terima teritori terminal teror terus terowongan terjemah pengaruh".split(" ");
  const OF_K = "kaji kait kecam kelola kembal kembang kemuka kenai kendali kerja ketahu kirim kuat kumpul kurang kutip kutuk".split(" ");
  const OF_M = "main masuk milik minta muat mula".split(" ");
  const OF_N = "naik nama nasihat nikah nikmat nilai".split(" ");
  const SIGN = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
  const WORD = new RegExp(`[${SIGN}]|(?:(?![${SIGN}])[\\p{Alphabetic}\\p{N}])+`, "gu");

  const words = (text) => {
    const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ς/g, "σ")
      .replace(/(\p{Alphabetic})['’‘ʼ](?=\p{Alphabetic})/gu, "$1").replace(/ʼ/g, " ").replace(/(\d)[.,](?=\d)/g, "$1");
    return (folded.match(WORD) || []).map((word) => [...word].slice(0, 40).join(""));
  };

  const begins = (word, roots) => roots.some((root) => word.startsWith(root));

  const isLong = (word) => (word.match(/[aeiou]/g) || []).length > 2;

  const afterNasal = (rest) => {
    const or = (letter, rest, roots, other) => (begins(letter + rest, roots) ? letter : other) + rest;
    if (/^ny[aeiou]/.test(rest)) return "s" + rest.slice(2);
    if (rest.startsWith("ng")) return or("k", rest.slice(2), OF_K, "");
    if (/^m[aeiou]/.test(rest)) return or("m", rest.slice(1), OF_M, "p");
    if (/^n[aeiou]/.test(rest)) return or("n", rest.slice(1), OF_N, "t");
    return rest.replace(/^[mn]/, "");
  };

  const indonesian = (word) => {
    let verb = false, noun = false;
    const withoutPrefix = () => {
      if (/^[pb]elajar/.test(word)) return word.slice(3);
      let found = /^(di|ter)(.*)/.exec(word);
      if (found) return (verb = true), found[2];
      found = /^[pb]er(.*)/.exec(word);
      if (found) return found[1];
      if (word.startsWith("be")) return /^be[^aeiou]er/.test(word) && word.slice(2);
      if (word.startsWith("ke")) return (noun = true), word.slice(2);
      if (!/^[mp]e/.test(word)) return false;
      if (word[0] === "m") verb = true;
      else noun = true;
      return afterNasal(word.slice(2));
    };
    if (isLong(word)) word = word.replace(/nya$/, "");
    for (let turn = 0; turn < 2 && isLong(word) && !begins(word, ROOTS); turn++) {
      const rest = withoutPrefix();
      if (rest === false) break;
      word = rest;
    }
    if (!isLong(word) || ROOTS.includes(word)) return word;
    if (!noun && word.endsWith("kan")) return word.slice(0, -3);
    if (!verb && word.endsWith("an")) return word.slice(0, -2);
    return verb && !word.endsWith("si") ? word.replace(/i$/, "") : word;
  };

  /* V for each vowel, C for each consonant; y is one at the beginning and after a vowel. */
  const shape = (stem) => stem.replace(/[aeiou]/g, "V").replace(/y+/g, (run, at, all) => {
    const isFirst = at === 0 || all[at - 1] === "V";
    return [...run].map((_, nth) => (nth % 2 === (isFirst ? 0 : 1) ? "C" : "V")).join("");
  }).replace(/[a-z]/g, "C");

  const measure = (stem) => (shape(stem).match(/VC/g) || []).length;

  const isShort = (stem) => shape(stem).endsWith("CVC") && !/[wxy]$/.test(stem);

  const tenseless = (word) => {
    if (word.endsWith("eed")) return measure(word.slice(0, -3)) ? word.slice(0, -1) : word;
    const stem = word.replace(/(ed|ing)$/, "");
    if (stem === word || !shape(stem).includes("V")) return word;
    if (/(at|bl|iz)$/.test(stem) || (measure(stem) === 1 && isShort(stem))) return stem + "e";
    return /([^aeiouylsz])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  };

  const english = (word) => {
    if (word.length < 3) return word;
    word = /(sses|ies)$/.test(word) ? word.slice(0, -2) : word.replace(/([^s])s$/, "$1");
    word = tenseless(word);
    const stem = word.slice(0, -1);
    if (word.endsWith("y") && shape(stem).includes("V")) return stem + "i";
    const times = word.endsWith("e") && measure(stem);
    return times > 1 || (times === 1 && !isShort(stem)) ? stem : word;
  };

  const stem = (word, lang) => {
    const rules = { id: indonesian, en: english }[lang.split("-")[0]];
    return rules && /^[a-z]+$/.test(word) ? rules(word) : word;
  };

  /* In which of 2^bits parts of an index a word stands: by its first four letters. */
  const part = (word, bits) => {
    let hash = 0x811c9dc5;
    for (const letter of [...word].slice(0, 4)) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return bits ? hash >>> (32 - bits) : 0;
  };

  /* What stands between quotation marks: words that are looked for just so. */
  const phrasesOf = (query) =>
    [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]/g)].map(([, text]) => words(text)).filter((phrase) => phrase.length);

  /* What a reader typed: its phrases, and each word with its stems in these languages. */
  const wanted = (query, langs) => {
    const phrases = phrasesOf(query);
    const open = [...query.matchAll(/(\S+)\*/g)].flatMap(([, word]) => words(word).slice(-1));
    return {
      phrases,
      words: [...new Set(words(query))].slice(0, 12).map((word) => ({
        word,
        terms: [...new Set(langs.map((lang) => stem(word, lang)))],
        isOpen: open.includes(word),
        isNeeded: phrases.flat().includes(word),
      })),
    };
  };

  /* Whether a text has the words of a phrase one after the other. */
  const spells = (text, phrase) => {
    const said = words(text);
    return said.some((_, at) => phrase.every((word, nth) => word === said[at + nth]));
  };

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const WEIGHTS = [1, 1.6, 2.2, 4, 8];

  const decoded = (text) => {
    const ids = [];
    let id = -1, gap = 0, shift = 0;
    for (const letter of text) {
      const digit = DIGITS.indexOf(letter);
      gap |= (digit & 31) << shift;
      shift += 5;
      if (digit & 32) continue;
      ids.push(id += gap + 1);
      gap = shift = 0;
    }
    return ids;
  };

  /* Weights by document of the entries of one part that are this term, or begin with it. */
  const take = (text, term, isBeginning, weights) => {
    const key = ";" + term + (isBeginning ? "" : " ");
    for (let from = text.indexOf(key); from >= 0; from = text.indexOf(key, from + 1)) {
      const entry = text.slice(from + 1, text.indexOf(";", from + 1));
      entry.slice(entry.indexOf(" ") + 1).split(",").forEach((list, level) => {
        for (const id of decoded(list)) weights.set(id, Math.max(weights.get(id) || 0, WEIGHTS[level]));
      });
    }
    return weights;
  };

  return { words, stem, part, wanted, spells, take };
})();
