import type { CatalogueTable } from '../catalogue.ts';

export const certificatesTables: readonly CatalogueTable[] = [
  {
    table: 'certificates.certificate',
    title: '证书与证明',
    ground: 'register',
    government:
      'office number kind unit_code location case_no entry_number issued_at voided_at voided_entry document_hash document_mark document_at',
    personal: 'holder_names holder_indexes',
  },
  {
    table: 'certificates.print',
    title: '证书印制',
    ground: 'register',
    government: 'office serial number printed_at',
    personal: 'printed_by printed_by_name',
  },
];
