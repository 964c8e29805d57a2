//! A bulletin as it is written.

use crate::model::{BulletinKind, Layout};

use super::field::{Day, List, Whole, Words};
use super::head::{part, record};
use super::item::SpanRecord;
use super::word::Word;

record!(BulletinRecord {
    title: Option<Words>,
    series: Option<String>,
    campaign: Option<String>,
    number: Option<Whole>,
    period: Option<SpanRecord>,
    as_of: Option<Day>,
    dated: Option<Day>,
    kind: Option<Word<BulletinKind>>,
    issuers: List<Words>,
    signatory: Option<Words>,
    addressees: List<Words>,
    copy_to: List<Words>,
    document_no: Option<String>,
    urgency: Option<Words>,
    layout: Option<Word<Layout>>,
    commended: List<MentionRecord>,
    criticised: List<MentionRecord>,
    reviews: List<ReviewRecord>,
    errata: List<ErratumRecord>,
    withdrawn: Option<WithdrawalRecord>,
});

part!(MentionRecord { unit: Option<String>, task: Option<String>, text: Option<Words> });
part!(ReviewRecord { stage: Option<Words>, who: Option<Words>, on: Option<Day> });
part!(ErratumRecord {
    on: Option<Day>,
    was: Option<Words>,
    is: Option<Words>,
    reason: Option<Words>,
});
part!(WithdrawalRecord { on: Option<Day>, reason: Option<Words> });
