import { useQuery } from '@tanstack/react-query';
import { get, getText } from '../../api/client.ts';

export interface DirectoryLine {
  code: string;
  name: string;
  version: number;
  versions: number[];
  list?: string;
  number?: number;
  group: string;
  entrances: string[];
  channels: string[];
  stepCount: number;
  materialCount: number;
  ruleCount: number;
  promisedDays: number;
  statutoryDays: number;
  shortened: number;
  earlier?: { version: number; promisedDays: number; materialCount: number; stepCount: number };
  outcome: string;
  /** Of the last days; only where there were cases. */
  actual?: { opened: number; completed: number; averageDays?: number; overdue: number };
}

export interface DirectoryList {
  list: string;
  title: string;
  audience: string;
  expected: number;
  offered: number;
  groups: { group: string; items: DirectoryLine[] }[];
}

export interface Directory {
  expected: number;
  offered: number;
  actualDays: number;
  lists: DirectoryList[];
}

export function useDirectory() {
  return useQuery({
    queryKey: ['businesses', 'directory'],
    queryFn: ({ signal }) => get<Directory>('/api/businesses/directory', undefined, signal),
  });
}

export interface VersionComparison {
  from: { version: number; effectiveFrom: string };
  to: { version: number; effectiveFrom: string };
  changes: number;
  sections: {
    section: string;
    parts: {
      code: string;
      title: string;
      change: 'same' | 'added' | 'removed' | 'changed';
      from?: string;
      to?: string;
    }[];
  }[];
}

export function useVersionComparison(code: string, from: number, to: number) {
  return useQuery({
    queryKey: ['businesses', code, 'comparison', from, to],
    queryFn: ({ signal }) =>
      get<VersionComparison>(`/api/businesses/${encodeURIComponent(code)}/comparison`, { from, to }, signal),
  });
}

export const processPicturePath = (code: string, version: number): string =>
  `/api/businesses/${encodeURIComponent(code)}/process.bpmn?version=${version}`;

/** The process as BPMN 2.0 XML. */
export function useProcessPicture(code: string, version: number) {
  return useQuery({
    queryKey: ['businesses', code, 'process', version],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => getText(processPicturePath(code, version), signal),
  });
}
