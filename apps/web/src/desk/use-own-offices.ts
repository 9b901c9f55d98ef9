import { useMemo } from 'react';
import { useOffices } from '../api/offices.ts';
import { useSession } from '../app/session-context.ts';

/** The registry offices the person works at; all of them for somebody who works everywhere. */
export function useOwnOffices(): { code: string; name: string }[] {
  const { user } = useSession();
  const offices = useOffices();
  return useMemo(() => {
    const grants = user?.grants ?? [];
    if (grants.some((grant) => grant.office === '*')) return offices.data ?? [];
    const own = new Map(grants.map((grant) => [grant.office, grant.officeName]));
    return [...own].map(([code, name]) => ({
      code,
      name: offices.data?.find((office) => office.code === code)?.name ?? name,
    }));
  }, [user, offices.data]);
}
