import type { Receipt } from '@hengchan/exchange/departments';
import { maskIdNumber } from '@hengchan/standards';
import type { Static } from 'typebox';
import type { Page } from '../../house/department.ts';
import { escapeHtml, page, yuan } from '../../house/html.ts';

/** `GET /receipts/{number}`: what a taxpayer can look at and print. */
export function receiptPage(receipt: Static<typeof Receipt> | undefined): Page {
  if (!receipt) return { status: 404, html: page('没有这张凭证', '<h1>没有这张凭证</h1>') };
  const title = receipt.kind === 'paid' ? '税收完税证明（演示）' : '免税证明（演示）';
  const rows = receipt.lines
    .map((line) => `<tr><td>${escapeHtml(line.title)}</td><td>${yuan(line.amount)}</td></tr>`)
    .join('');
  const people = receipt.taxpayers
    .map((each) => `${escapeHtml(each.name)} ${maskIdNumber(each.idNumber)}`)
    .join('<br>');
  const state = receipt.status === 'valid' ? '<p class="done">有效</p>' : '<p class="fault">已作废</p>';
  return {
    status: 200,
    html: page(
      title,
      `<h1>${title}</h1><p class="note">凭证号 ${escapeHtml(receipt.receiptNo)}</p>${state}
<table><tbody><tr><td>纳税人</td><td>${people}</td></tr><tr><td>不动产单元</td><td>${escapeHtml(receipt.unitCode)}</td></tr>
${rows}<tr class="sum"><td>合计</td><td>${yuan(receipt.total)}</td></tr></tbody></table>
<p class="note">本凭证由演示税务系统签名，不具有法律效力。</p>`,
    ),
  };
}
