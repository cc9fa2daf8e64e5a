// Last: what went wrong in any of the pages that were opened before, and a visit to every page of the newsroom.
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { each, mishaps, newsroom, visit, within } from './support/world.js';

test('no request leaves the site or fails, the security policy and the console report nothing', async () => {
  await within({}, (context) => each(newsroom.pages, (page) => visit(context, newsroom, page.path, async (tab) => {
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
  })));
  nothing([...mishaps].map((mishap) => {
    const [where, ...what] = mishap.split(': ');
    return { where, what: what.join(': ') };
  }));
});
