import type { Actor } from '@hengchan/platform';
import type { Security } from '../security.ts';
import { catalogue, columnsOf, grounds } from './catalogue.ts';
import { compareCatalogue } from './compare-catalogue.ts';

/** The data the platform holds: each table with class, purpose, ground, retention and owner, and whether the database agrees. */
export async function describeCatalogue({ platform, owner }: Security, actor: Actor) {
  if (!platform.access.allows(actor, 'data.read')) platform.access.require(actor, 'security.read');
  const { missing, surplus } = await compareCatalogue(platform.database);
  return {
    owner,
    agrees: missing.length === 0,
    missing,
    surplus,
    items: catalogue.map((entry) => {
      const { title: groundTitle, purpose, basis, retention, verified } = grounds[entry.ground];
      return {
        table: entry.table,
        title: entry.title,
        groundTitle,
        purpose,
        basis,
        retention,
        verified,
        exported: entry.exported !== false,
        government: columnsOf(entry.government),
        personal: columnsOf(entry.personal),
        operational: columnsOf(entry.operational),
        credential: columnsOf(entry.credential),
      };
    }),
  };
}
