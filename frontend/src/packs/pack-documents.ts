import { type PackUpgradeQuery, type PacksQuery, documentQuery, graphql } from '@/graphql';

graphql(`
  fragment UpgradeParts on FormUpgrade {
    key
    name
    isNew
    obstacle
    changes {
      kind
      path
      label
      before
      after
    }
    conflicts {
      path
      kept
      offered
    }
  }
`);

const PacksDocument = graphql(`
  query Packs {
    packs {
      key
      name
      description
      installedVersion
      availableVersion
      authors
      licence
    }
  }
`);

const PackUpgradeDocument = graphql(`
  query PackUpgrade($key: String!) {
    packUpgrade(key: $key) {
      ...UpgradeParts
    }
  }
`);

export const UpgradePackDocument = graphql(`
  mutation UpgradePack($input: UpgradePackInput!) {
    upgradePack(input: $input) {
      upgrades {
        ...UpgradeParts
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

/** A set of registers that came with the product. */
export type Pack = PacksQuery['packs'][number];
/** What a newer version does to one register. */
export type FormUpgrade = PackUpgradeQuery['packUpgrade'][number];

export const packsQuery = () => documentQuery(PacksDocument);
export const packUpgradeQuery = (key: string) => documentQuery(PackUpgradeDocument, { key });
