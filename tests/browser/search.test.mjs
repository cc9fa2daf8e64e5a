// The browser's script folds words as the program does: both are held to search-folding.tsv.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const beside = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const script = beside("../../themes/warta/assets/search-folding.js");
const page = {};
const { words, stem, part } = vm.runInNewContext(`${script}\nwartaFolding`, page);

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
