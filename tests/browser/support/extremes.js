// The sources of a newsroom in which everything is too long, too many, alone or absent. All states, people and
// events are invented, and so is most of its Arabic, which stands for any script written from right to left.
import { deflateSync, crc32 } from 'node:zlib';
import { arabic, arabicMessages } from './arabic.js';

/** Codes that ISO 3166-1 leaves to its users: forty states that do not exist. */
export const STATES = [...codes('X', 'A', 'Z'), ...codes('Q', 'M', 'Z')];
/** The keys of the agenda of the great event. */
export const AGENDA = Array.from({ length: 8 }, (_, at) => `item-${at + 1}`);
/** How many releases the longest list has. */
export const RELEASES = 200;
/** A word in the longest release that no other document has: what a reader may search for. */
export const RARE = { id: 'kesalingtergantungan', en: 'interdependence', ar: arabic('interdependence') };

const LONG_WORD = {
  id: 'Ketidakdipertanggungjawabkannyalah',
  en: 'Antidisestablishmentarianismistically',
  ar: arabic('antidisestablishmentarianismistically'),
};
const LONG_TITLE = {
  id: `${LONG_WORD.id}: mempertanggungjawabkan penyelenggaraan pengarusutamaan ketidaksalingmengertian antarpenyelenggara `
    + 'konferensi tingkat menteri tentang kesinambungan keberlangsungan pelabuhan-pelabuhan kepulauan yang terpencil',
  en: `${LONG_WORD.en}: accounting for the organisation and mainstreaming of misunderstandings among the organisers of the `
    + 'ministerial conference on the continuity and sustainability of the harbours of remote and outlying archipelagos',
  ar: `${LONG_WORD.ar}: ${arabic('accounting for the organisation and mainstreaming of misunderstandings among the organisers')}`,
};
const WORDS = {
  id: 'pelabuhan nelayan kapal mercusuar gelombang dermaga pesisir layar jangkar teluk pulau angin'.split(' '),
  en: 'harbour fisher vessel lighthouse wave quay coast sail anchor bay island wind'.split(' '),
};
WORDS.ar = WORDS.en.map(arabic);

/** Every file of the site by its path; `english` is the English words of the theme. */
export function extremes(english) {
  const files = {};
  settings(files);
  messages(files, english);
  for (let number = 0; number < RELEASES; number += 1) release(files, number);
  single(files);
  events(files);
  statements(files);
  outcomes(files);
  pages(files);
  return files;
}

function settings(files) {
  files['warta.yaml'] = `base_url: https://extremes.example.org
locales: [id, {tag: en, formats: en-GB}, ar]
time_zone: Asia/Makassar
notice: site-notice
collections:
  releases:   {kind: release,   section: {id: siaran-pers, en: press-releases, ar: ${arabic('releases')}}, path: "{section}/{year}/{slug}", pairing: announced, acceptance: off}
  bulletins:  {kind: release,   section: {id: buletin, en: bulletins, ar: ${arabic('bulletins')}}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  notices:    {kind: release,   section: {id: maklumat, en: notices, ar: ${arabic('notices')}}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  statements: {kind: statement, section: {id: pernyataan, en: statements, ar: ${arabic('statements')}}, path: "{section}/{event}/{slug}", pairing: announced, acceptance: off}
  outcomes:   {kind: outcome,   section: {id: hasil, en: outcomes, ar: ${arabic('outcomes')}}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  events:     {kind: event,     section: {id: acara, en: events, ar: ${arabic('events')}}, path: "{section}/{slug}", pairing: announced, acceptance: off}
  pages:      {kind: page,      path: "{slug}", pairing: announced}
taxonomies:
  topics:    {section: {id: topik, en: topics, ar: ${arabic('topics')}}, terms: [ports, responsibility, nothing]}
  countries: {section: {id: negara, en: countries, ar: ${arabic('countries')}}, of: country}
menu: [collection:releases, collection:statements, collection:outcomes, collection:events, collection:bulletins, collection:notices, "doc:pages/about"]
footer: ["doc:pages/about"]
publisher: {name: publisher-name}
redirects: {/lama: /id/, /en/old-address: /en/about}
ledger: off
checks: {parity-block: off, parity-missing-part: off, parity-images: off, parity-untranslated: off, parity-figure: off, parity-date: off}
`;
}

function messages(files, english) {
  const named = {
    id: { title: `Ruang Berita Segala ${LONG_WORD.id} Kepulauan`, kinds: 'Siaran pers|Buletin|Maklumat|Pernyataan|Dokumen hasil|Acara|Halaman|Topik|Negara|Pelabuhan|' },
    en: { title: `The Newsroom of All ${LONG_WORD.en} of the Isles`, kinds: 'Press releases|Bulletins|Notices|Statements|Outcome documents|Events|Pages|Topics|Countries|Ports|' },
  };
  named.ar = { title: arabic(named.en.title), kinds: arabic(named.en.kinds) };
  const ids = ['collection-releases', 'collection-bulletins', 'collection-notices', 'collection-statements',
    'collection-outcomes', 'collection-events', 'collection-pages', 'topics', 'countries', 'topics-ports'];
  for (const [locale, { title, kinds }] of Object.entries(named)) {
    const lines = [`site-title = ${title}`, `site-description = ${words(locale, 40)}.`, `site-notice = ${words(locale, 30)}.`,
      `publisher-name = ${title}`, `topics-responsibility = ${LONG_WORD[locale]}`, `topics-nothing = ${words(locale, 3)}`];
    kinds.split('|').slice(0, ids.length).forEach((label, at) => lines.push(`${ids[at]} = ${label}`));
    STATES.forEach((code, at) => lines.push(`country-${code} = ${stateName(locale, at)}`));
    files[`i18n/${locale}/site.ftl`] = `${lines.join('\n')}\n`;
  }
  files['themes/warta/i18n/ar/theme.ftl'] = arabicMessages(english);
}

/** Every fifth state has a name that fits no column. */
function stateName(locale, at) {
  const name = { id: 'Republik Kepulauan', en: 'Republic of the Isles of', ar: arabic('Republic of the Isles of') }[locale];
  const proper = ['Tanuvara', 'Belimora', 'Kesaranta', 'Orvelisse', 'Mirandoku'][at % 5] + ['', ' Utara', ' Timur', ' Barat', ' Raya', ' Jaya', ' Baru', ' Lama'][at % 8];
  const own = locale === 'ar' ? arabic(proper) : proper;
  const whole = at % 5 === 0 ? `${name} ${LONG_WORD[locale]} ${own}` : own;
  return `${whole} ${roman(at)}`;
}

function release(files, number) {
  const year = 2022 + Math.floor(number / 20);
  const folder = `content/releases/${year}/r${number}`;
  const editions = number % 7 === 3 ? ['en'] : number % 7 === 5 ? ['id'] : number < 10 ? ['id', 'en', 'ar'] : ['id', 'en'];
  facts(files, folder, editions, `publish: ${year}-${two(1 + (number % 12))}-${two(1 + (number % 28))} 09.00 WITA
topics: [${number % 2 ? 'ports' : 'responsibility'}]
place: {id: Teluk Biru, en: Blue Bay, ar: ${arabic('Blue Bay')}}
${number === 0 ? lifeOf() : ''}`);
  for (const locale of editions) {
    const title = number < 2 ? LONG_TITLE[locale] : `${words(locale, 5, number)} ${number + 1}`;
    const image = number === 1 ? 'image: {src: wide.png, alt: "A quay"}\n' : '';
    words_file(files, folder, locale, title, `r${number}`, number < 2 ? everything(locale) : `${words(locale, 30, number)}.`, image);
  }
  if (number === 1) files[`${folder}/wide.png`] = picture(1600, 500);
}

/** What a document looks like that was corrected. */
function lifeOf() {
  return `contact: {id: "Meja pers, +62 21 555 0142, pers@kantor.example", en: "Press desk, +62 21 555 0142, press@office.example", ar: "${arabic('Press desk')}, +62 21 555 0142, press@office.example"}
changes:
  - {at: 2030-01-05 10.00 WITA, grade: correction, major: true, note: {id: "${words('id', 25)}.", en: "${words('en', 25)}.", ar: "${words('ar', 25)}."}}
  - {at: 2030-01-06 10.00 WITA, grade: editorial, note: {id: Ejaan., en: Spelling., ar: ${arabic('Spelling')}.}}
`;
}

function single(files) {
  facts(files, 'content/bulletins/only', ['id', 'en'], `publish: 2031-01-05 09.00 WITA
withdrawn: {at: 2031-02-05 09.00 WITA, editions: [en], reason: {id: ${words('id', 12)}., en: ${words('en', 12)}.}}
`);
  words_file(files, 'content/bulletins/only', 'id', LONG_WORD.id, 'satu', '');
  words_file(files, 'content/bulletins/only', 'en', LONG_WORD.en, 'one', 'One.');
}

function events(files) {
  const agenda = AGENDA.map((key, at) => `  ${key}: {id: "${at % 3 ? words('id', 4, at) : LONG_TITLE.id}", en: "${at % 3 ? words('en', 4, at) : LONG_TITLE.en}", ar: "${words('ar', 4, at)}"}`);
  const programme = AGENDA.map((_, at) => `  - {starts: 2031-11-16 ${two(8 + at)}.00 WITA, ends: 2031-11-16 ${two(8 + at)}.30 WITA, title: {id: "${words('id', 9, at)}", en: "${words('en', 9, at)}", ar: "${words('ar', 9, at)}"}}`);
  facts(files, 'content/events/great', ['id', 'en', 'ar'], `publish: 2031-11-01 09.00 WITA
starts: 2031-11-16 08.00 WITA
ends: 2031-11-16 17.40 WITA
venue: {id: "${words('id', 6)}", en: "${words('en', 6)}", ar: "${words('ar', 6)}"}
mode: hybrid
agenda:
${agenda.join('\n')}
states: [${STATES.join(', ')}]
programme:
${programme.join('\n')}
topics: [ports, responsibility]
`);
  facts(files, 'content/events/small', ['id', 'en'], `publish: 2031-10-01 09.00 WITA
starts: 2031-10-16
parent: events/great
agenda:
  only: {id: Satu-satunya, en: The only one}
states: [XA]
`);
  facts(files, 'content/events/empty', ['en'], 'publish: 2031-09-01 09.00 WITA\nstarts: 2031-09-16\n');
  for (const locale of ['id', 'en', 'ar']) words_file(files, 'content/events/great', locale, LONG_TITLE[locale], 'great', `${words(locale, 60)}.`);
  for (const locale of ['id', 'en']) words_file(files, 'content/events/small', locale, LONG_WORD[locale], 'small', '');
  words_file(files, 'content/events/empty', 'en', 'E', 'empty', '');
}

/** A statement of each state under each agenda item; one row and one column are nearly empty. */
function statements(files) {
  STATES.forEach((code, state) => AGENDA.forEach((agenda, item) => {
    if (state === 7 || (item === 5 && state > 1)) return;
    const folder = `content/statements/great/s${code.toLowerCase()}-${item + 1}`;
    const editions = (state + item) % 3 === 0 ? ['en'] : (state + item) % 3 === 1 ? ['id'] : ['id', 'en'];
    if (state === 0 && item === 0) editions.splice(0, editions.length, 'id', 'en', 'ar');
    facts(files, folder, editions, `publish: 2031-11-16 18.00 WITA
event: events/great
country: ${code}
speaker: {name: ${state % 9 === 0 ? 'Wirahadikusumaningratnegara Kertanegaraputra-Sastrowardoyo' : 'Ayu Lestari'}, role: {id: Menteri Pelabuhan, en: Minister of Ports, ar: ${arabic('Minister of Ports')}}}
delivered: 2031-11-16
agenda: ${agenda}
text: ${item === 3 ? 'summary' : 'full'}
topics: [ports]
`);
    for (const locale of editions) words_file(files, folder, locale, `${stateName(locale, state)}: ${words(locale, 3, item)}`, `s${code.toLowerCase()}-${item + 1}`, `${words(locale, 20, item)}.`);
  }));
}

function outcomes(files) {
  facts(files, 'content/outcomes/long', ['id', 'en', 'ar'], `publish: 2031-11-17 09.00 WITA
event: events/great
adopted: 2031-11-16
standing: voluntary
authoritative: en
topics: [ports]
`);
  for (const locale of ['id', 'en', 'ar']) {
    const paragraphs = Array.from({ length: 60 }, (_, at) => (at % 10 === 0 ? `## ${words(locale, at === 20 ? 20 : 3, at)}\n\n` : '') + `${words(locale, 10 + ((at * 7) % 60), at)}.`);
    words_file(files, 'content/outcomes/long', locale, LONG_TITLE[locale], 'long', paragraphs.join('\n\n'));
  }
  facts(files, 'content/outcomes/short', ['id'], 'publish: 2031-11-18 09.00 WITA\nadopted: 2031-11-16\nstanding: binding\n');
  words_file(files, 'content/outcomes/short', 'id', 'Satu', 'satu', 'Setuju.');
}

function pages(files) {
  facts(files, 'content/pages/about', ['id', 'en', 'ar'], '');
  for (const locale of ['id', 'en', 'ar']) words_file(files, 'content/pages/about', locale, words(locale, 2), 'about', everything(locale));
  facts(files, 'content/releases/2023/gone', ['id', 'en'], `publish: 2023-03-03 09.00 WITA
removed: {at: 2031-04-04 09.00 WITA, reason: {id: ${words('id', 12)}., en: ${words('en', 12)}.}}
`);
  for (const locale of ['id', 'en']) words_file(files, 'content/releases/2023/gone', locale, words(locale, 3), 'gone', `${words(locale, 9)}.`);
}

function facts(files, folder, editions, more) {
  const original = editions.length > 1 ? `original: ${editions[0]}\n` : '';
  files[`${folder}/document.yaml`] = `status: approved\n${original}${more}`;
}

function words_file(files, folder, locale, title, slug, body, more = '') {
  const summary = body ? `summary: "${words(locale, 24, title.length)}."\n` : '';
  files[`${folder}/${locale}.md`] = `---\ntitle: "${title}"\nslug: ${slug}\n${summary}${more}---\n${body}\n`;
}

/** A text with every kind of block, each larger than its place. */
function everything(locale) {
  const cells = (text) => `| ${Array.from({ length: 14 }, (_, at) => text(at)).join(' | ')} |`;
  return `${words(locale, 80)}: ${RARE[locale]}. [Ein Hafenmeistergehilfe]{lang=de}, **${words(locale, 3)}**, *${words(locale, 1)}*.[^1]

## ${LONG_WORD[locale]} ${words(locale, 2)}

${LONG_WORD[locale].repeat(3)} <https://archive.example.org/${'a-very-long-path-without-a-place-to-break'.replaceAll('-', '')}/${'x'.repeat(90)}>

> ${words(locale, 30)}.

- ${words(locale, 12)}
  - ${LONG_WORD[locale]}
    - ${words(locale, 9)}

1. ${words(locale, 4)}
2. ${words(locale, 40)}

### ${words(locale, 4)}

> [!WARNING]
> ${words(locale, 14)}.

${cells((at) => words(locale, 1, at))}
${cells(() => '---')}
${cells((at) => (at % 5 ? String(at * 1_000_000) : LONG_WORD[locale]))}

\`\`\`sh
curl -O https://archive.example.org/${'y'.repeat(140)}
\`\`\`

## ${words(locale, 3, 5)}

${words(locale, 50, 3)}.

[^1]: ${words(locale, 16)}.
`;
}

/** So many words of a locale, different ones for different seeds, the first with a capital letter. */
function words(locale, count, seed = 0) {
  const text = Array.from({ length: count }, (_, at) => WORDS[locale][(seed * 5 + at * 7 + Math.floor(at / 12)) % 12]).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function codes(first, from, to) {
  return Array.from({ length: to.charCodeAt() - from.charCodeAt() + 1 }, (_, at) => first + String.fromCharCode(from.charCodeAt() + at));
}

function two(number) {
  return String(number).padStart(2, '0');
}

/** Numbers that are no figures, so that no two states have the same name. */
function roman(at) {
  return `${'X'.repeat(Math.floor(at / 10))}${['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][at % 10]}`;
}

/** A PNG of one grey. */
function picture(width, height) {
  const chunk = (name, bytes) => {
    const body = Buffer.concat([Buffer.from(name), bytes]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(bytes.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0x90);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
