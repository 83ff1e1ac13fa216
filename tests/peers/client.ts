// Asks a server with the client that openapi-ts has made of its document: client.js ADDRESS. That it compiles shows that
// what is asked for and read here has the types that the document gives it.
import { createClient, createConfig } from './generated/client';
import { article, explain, facets, network, original, ready, search, similar, suggest } from './generated/sdk.gen';

declare const process: { argv: string[]; exitCode?: number };

const client = createClient(createConfig({ baseUrl: process.argv[2] ?? '' }));
let checks = 0;

function expect(holds: boolean, what: string): void {
    ++checks;
    if (holds) return;
    console.log(`FAILED: ${what}`);
    process.exitCode = 1;
}

async function searching(): Promise<string[]> {
    const filter = ['place=Iraq', 'place=Syria'];
    const one = await search({ client, query: { q: 'sanctions', filter: filter.slice(0, 1) } });
    const either = await search({ client, query: { q: 'sanctions', filter, facet: 'person,place', timeline: 'auto' } });
    expect(either.data!.total.articles > one.data!.total.articles, 'a parameter that is repeated');
    const places = either.data!.facets['place']!.values;
    expect(places.some((value) => value.selected && value.count > 0), 'a facet value that was chosen');
    expect(either.data!.timeline!.buckets.length > 0, 'a timeline');

    const ids: string[] = [];
    let after: string | undefined;
    do {
        const page = await search({ client, query: { q: 'iraq', limit: 5, facet: 'none', ...(after ? { after } : {}) } });
        ids.push(...page.data!.hits.map((hit) => hit.id!));
        after = page.data!.next ?? undefined;
    } while (after);
    expect(ids.length > 5 && new Set(ids).size === ids.length, 'pages that do not repeat a hit');

    const named = await search({ client, query: { q: 'harbour "fly baghdad"', match: 'any' } });
    expect(named.data!.entities_in_query.every((entity) => entity.count >= 0), 'what the query names');
    const lines = await search({ client, query: { q: 'iraq', all: true, format: 'ndjson' }, parseAs: 'text' });
    const text: unknown = lines.data;
    expect(typeof text === 'string' && text.trim().split('\n').length === ids.length, 'an export of all of them');
    return ids;
}

async function reading(ids: string[]): Promise<void> {
    for (const id of ids) {
        const found = await article({ client, path: { id } });
        expect(found.data?.id === id, `the article ${id}`);
    }
    const slashes = ids.find((id) => id.includes('/'));
    expect(slashes !== undefined, 'an id with slashes among them');
    const others = await similar({ client, path: { id: slashes! }, query: { limit: 3, timeout: '2s' } });
    expect(others.data!.exact && others.data!.hits.every((hit) => hit.id !== slashes), 'similar articles');
    const bytes = await original({ client, path: { id: slashes! }, parseAs: 'text' });
    expect(bytes.response.ok, 'the original');
}

async function theRest(id: string): Promise<void> {
    const begun = await suggest({ client, query: { q: 'bag' } });
    expect(begun.data!.words.length + begun.data!.entities.length > 0, 'completions');
    const values = await facets({ client, path: { field: 'place' } });
    expect(values.data!.values.length > 0, 'the values of a field');
    const why = await explain({ client, query: { q: 'sanctions iraq', id } });
    expect(why.data!.terms.length === 2 && why.data!.article!.parts[0]!.word !== '', 'the parts of a score');
    const ties = await network({ client, query: { q: 'iraq' } });
    expect(ties.data!.nodes.length > 0, 'a network');
    expect((await ready({ client })).data!.status === 'ready', 'readiness');
}

async function mistakes(): Promise<void> {
    const query = await search({ client, query: { q: 'colour:red' } });
    expect(query.data === undefined && query.error!.status === 400 && query.error!.detail !== '', 'a bad query');
    const missing = await article({ client, path: { id: 'no such id' } });
    expect(missing.error!.code === 'not_found' && missing.response.status === 404, 'an article that is not there');
}

async function main(): Promise<void> {
    const ids = await searching();
    await reading(ids);
    await theRest(ids[0]!);
    await mistakes();
    console.log(`${checks} checks`);
}

main().catch((problem: unknown) => {
    console.log('FAILED:', problem);
    process.exitCode = 1;
});
