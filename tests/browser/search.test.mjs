// The browser's script folds words as the program does: both are held to search-folding.tsv.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const beside = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const script = beside("../../themes/warta/assets/search-folding.js");
const page = {};
const { words, stem, part, wanted, spells } = vm.runInNewContext(`${script}\nwartaFolding`, page);

test("words come to the same as in the program", () => {
  const rows = beside("search-folding.tsv").split("\n").filter((line) => line && !line.startsWith("#"));
  assert.ok(rows.length > 75, `${rows.length} rows`);
  for (const row of rows) {
    const [lang, text, wanted] = row.split("\t");
    assert.equal(words(text).map((word) => stem(word, lang)).join(" "), wanted, row);
  }
});

test("a word stands in the part in which the program puts it", () => {
  // The same as in src/output/search/parts.rs.
  const found = ["negara", "nega", "a", "é", "=0", "외교"].map((word) => part(word, 10));
  assert.deepEqual([...found], [425, 425, 44, 879, 201, 268]);
  assert.equal(part("negara", 0), 0);
});

test("what stands between quotation marks is a phrase, and its words are needed", () => {
  const phrases = (query) => [...wanted(query, ["id", "en"]).phrases].map((phrase) => phrase.join(" "));
  assert.deepEqual(phrases('"Digital  Diplomacy" ports “Bali Message” „x“ «y z»'), ["digital diplomacy", "bali message", "x", "y z"]);
  assert.deepEqual(phrases('"open, don\'t “” "…"'), ["open dont"]);
  assert.deepEqual(phrases('digital diplomacy'), []);
  const needed = wanted('ports "digital diplomacy"', ["en"]).words.filter((own) => own.isNeeded).map((own) => own.word);
  assert.deepEqual([...needed], ["digital", "diplomacy"]);
});

test("a phrase is found where its words stand one after the other, in their own forms", () => {
  const has = (text, phrase) => spells(text, words(phrase));
  assert.ok(has("The Digital-Diplomacy week", "digital diplomacy"));
  assert.ok(has("Diplomasi Digital", "diplomasi digital"));
  assert.ok(has("digital digital diplomacy", "digital diplomacy"));
  assert.ok(!has("diplomacy, digital", "digital diplomacy"));
  assert.ok(!has("digital and other diplomacy", "digital diplomacy"));
  assert.ok(!has("digital diplomacies", "digital diplomacy"));
  assert.ok(!has("the end is digital", "digital diplomacy"));
  assert.ok(!has("", "digital"));
});
