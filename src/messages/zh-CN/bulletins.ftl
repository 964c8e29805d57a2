# 通报：发布的各期，以及它们与记录的关系。
edition-unreadable = 这一期的发布文件读不出来，问题在第 { $line } 行
    .hint = 从备份或版本库里取回原来的文件，不要手工修补。
    .explain =
        “编号.frozen.json”保存的是发布时的原文和每一个数字，由 tongbao release 写成，以后不再改动。
        读不出来，多半是复制时截断了，或者被别的程序改写过。
edition-format = 这一期的发布文件是第 { $format } 版格式，本程序不认识
    .hint = 换用新一些的 tongbao。
    .explain =
        发布文件里写明了格式的版本。较新的程序写的文件，较旧的程序读不了；
        较旧的文件，新的程序都能读。
edition-digest = 这一期在发布以后被改动过：文件里写的摘要是 { $written }，实际是 { $real }
    .hint = 取回发布时的文件；要更正内容，在通报的 errata 里写更正。
    .explain =
        发布文件里存着全部内容的摘要（SHA-256）。内容哪怕改动一个字，摘要就对不上。
        已经发布的东西不能悄悄改：写错了发更正，整期作废就写 withdrawn。
edition-without-bulletin = 找不到 { $file } 所属的通报
    .hint = 通报改了编号或者挪了位置的，改回来；两个文件要放在同一个文件夹里。
    .explain =
        发布文件和通报的记录放在一起，名字是“通报的编号.frozen.json”。
        通报删了、改了编号或者移到别处，这一期就会从网站上消失，所以不能继续建站。
edition-of-another = 这个文件是通报“{ $id }”的，却放在“{ $bulletin }”名下
    .hint = 把文件名改回原来的编号。
    .explain =
        发布文件里记着它属于哪一期。把一期的文件复制一份改个名字，并不能发布另一期；
        要发布，请运行 tongbao release。
edition-edited = 这一处在发布以后改动过：发布时是“{ $was }”，现在是“{ $is }”
    .hint = 改回原样；确有错误的，在 errata 里写一条更正{ $more ->
        [0] { "" }
       *[other] （另有 { $more } 处不同没有列出）
    }。
    .explain =
        网站上显示的始终是发布时的内容，记录里的改动不起作用。要让读者看到更正，写在 errata 里：

            errata:
              - { "{" }on: 2026-07-08, was: 完成18项, is: 完成19项, reason: 漏计一项{ "}" }

        更正写明了 was 和 is，这条提醒就成为说明。
edition-differs = 按今天的记录，{ $at }不再是“{ $was }”，而是“{ $is }”
    .hint = 补报、改动过去的记录要写 amended；发布的数字确实错了，就写 errata{ $more ->
        [0] { "" }
       *[other] （另有 { $more } 处不同没有列出）
    }。
    .explain =
        已发布的通报按它自己的截止日重新算了一遍，和发布时不一样。多半是直接改写了过去的记录。
        事后更正记录，应当在记录里写 amended，说明哪天起改、原来是什么；这样旧的各期仍算得出原来的数：

            amended:
              - { "{" }on: 2026-07-05, by: zhb, reason: 核对台账, was: { "{" }due: 2026-06-30{ "}" }{ "}" }

        发布的数字本身有错的，在通报里写 errata，这条提醒就成为说明。
edition-corrected = 这里的“{ $was }”已由 { $on }的更正改为“{ $is }”
    .hint = 不用处理；更正和原文会一起显示。
    .explain =
        已发布的内容和今天的记录不一样，而通报的 errata 里已经写明了这一处。
        网站上仍显示原文，更正排在旁边。
edition-out-of-order = 这一期的截止日 { $as_of }，早于前一期的 { $before }
    .hint = 核对 number 和 as_of。
    .explain =
        同一系列的通报，期号大的，数据截止日也应当在后。多半是期号或者日期写错了。
as-of-before-period-end = 数据截止日 { $as_of }早于通报期间的最后一天 { $to }
    .hint = 核对 as_of 和 period.to；期间还没有过完的，等过完再出。
    .explain =
        通报讲的是 period 这一段时间的情况，数字按 as_of 这一天计算。
        截止日在期间结束以前，期间最后几天的进展就没有算进去。
released-without-review = 这一期已经发布，却没有完整的审核记录
    .hint = 在 reviews 里补上各道审核的 who 和 on，日期不晚于成文日期。
    .explain =
        发布以前至少要有一道审核，并且每一道都写明谁在哪天审的：

            reviews:
              - { "{" }stage: 初审, who: 审核人, on: 2026-07-03{ "}" }
erratum-before-dated = 更正的日期 { $on }早于成文日期 { $dated }
    .hint = 核对年份和日期；发布以前发现的错误，直接改正文。
    .explain =
        更正是对已经发布的内容说的，不会在成文以前。
withdrawn-before-dated = 撤回的日期 { $on }早于成文日期 { $dated }
    .hint = 核对年份和日期；还没有发布的，不用撤回，删去草稿就行。
    .explain =
        撤回是对已经发布的一期说的，不会在成文以前。
erratum-of-nothing = 这条更正的原文在这一期里找不到
    .hint = was 照抄发布时的原文，数字也写上。
    .explain =
        更正要写明原来是什么、应为什么。程序在这一期的各项、正文和表格里查找 was；
        找不到的，读者就不知道更正的是哪一处。
bulletin-in-one-language = 通报另写的其他语言正文不会显示
    .hint = 另发一期，或者去掉它。
    .explain =
        通报按站点的语言印发，各种语言的页面上都照原文显示。
        要用另一种语言印发的，另作一期通报。
names-hidden = 这里提到的记录，这期通报的读者（{ $visibility }）看不到
    .hint = 换一种说法，或者调整两者之一的 visibility。
    .explain =
        通报按它自己的读者编成。他们看不到的记录，发布以后会永远显示为“此处不显示”，
        或者把本该不公开的内容说了出去，所以处理好以前不能发布。
shown-in-edition = “{ $id }”已改为更少的人可见，已发布的各期里仍然有它：{ $editions }
    .hint = 发布的内容不会改动：要么撤回这几期，要么认可它们照旧显示。
    .explain =
        已发布的一期保留发布时的正文和表格。把记录改得更保密，其他页面上就看不到它，
        但以前发布的各期仍照原样显示。由单位决定：撤回那一期（withdrawn），或者认可已公开的照旧公开。
dated-after-as-of = 这一期的成文日期 { $dated }在网站的截止日 { $as_of }之后，还没有页面
    .hint = 建站时写 --as-of { $dated } 或更晚的日期，或者改 site.yaml 的 as_of。
    .explain =
        网站显示的是截止日当天的情况。通报从成文日期那天起出现，截止日早于这一天的，
        不论是否已经发布，网站上都还没有它。
released-here = 发布的内容在这里
what-differs = 这里
nothing-there = （空）
period-here = 期间到这里为止
earlier-here = 前一期在这里

new-series-unknown = 没有编号为“{ $series }”的通报系列。
    .hint = 已有的系列：{ $known }。在 site.yaml 的 series 里可以增加，kind 写 bulletin。
new-series-only-bulletin = --series 只用于新建通报。
    .hint = 写成：tongbao new bulletin --series 系列
new-edition = { $series }第 { $number } 期的草稿：{ $place }
new-edition-next = 改好正文、补上审核记录以后，运行 tongbao release { $id } 发布。
release-unknown = 没有编号为“{ $id }”的通报。
    .hint = 编号就是文件名；{ $close }
release-close = 相近的有：{ $ids }。
release-drafts = 还没有发布的有：{ $ids }。
release-no-drafts = 没有等待发布的通报。
release-already = { $id } 已经发布过了，没有改动。
    .hint = 发布以后不再改；更正写在 errata 里，作废写 withdrawn。
release-errors = 站点里还有 { $errors } 个错误，没有发布 { $id }。
    .hint = 改好以后再发布；运行 tongbao check 可以随时查看。
release-warnings = { $id } 里还有 { $warnings } 条提醒，没有发布。
    .hint = 逐条处理以后再发布：发布的内容以后不能改。
release-not-reviewed = { $id } 没有审核记录，没有发布。
    .hint = 在 reviews 里写上至少一道审核，每一道都要有 who 和 on，日期不晚于成文日期 { $dated }。
release-number = { $id } 的期号是 { $number }，按顺序应当是 { $next }，没有发布。
    .hint = 改正期号，或者先发布前面的一期。
release-earlier = { $id } 的前面还有没有发布的第 { $number } 期，没有发布。
    .hint = 一期一期按顺序发布。
release-as-of = { $id } 的截止日 { $as_of }晚于成文日期 { $dated }，没有发布。
    .hint = 核对 as_of 和 dated。
release-future = { $id } 的成文日期 { $dated }还没有到（今天是 { $today }），没有发布。
    .hint = 到了那一天再发布，或者改成文日期。
release-withdrawn = { $id } 写着 withdrawn，没有发布。
    .hint = 草稿不用撤回；要发布就删去 withdrawn。
release-done = 已发布 { $id }：{ $place }
release-digest = 内容摘要（SHA-256）：{ $digest }
release-next = 这个文件以后不再改动，请和通报一起存进版本库；运行 tongbao build 更新网站。
help-release = 发布一期通报，把正文和数字定下来
help-series = 新建通报时所属的系列，期号、期间和正文随之写好
help-bulletin = 通报的编号
new-series-not-after = 截止日 { $date }不在上一期（到 { $end }为止）之后，没有新建。
    .hint = 用 --as-of 写明这一期的截止日。
new-edition-work = 各项工作
new-edition-title = { $campaign }{ $period }进展情况通报
new-edition-month = { $year }年{ $month }月
new-edition-quarter = { $year }年第{ $quarter ->
    [1] 一
    [2] 二
    [3] 三
   *[other] 四
}季度
new-edition-year = { $year }年度
new-edition-span = { $from }至{ $to }
pass-editions = 核对已发布的各期
value-series = 系列
release-placeholder = { $id } 的审核记录里还写着模板里的“{ $who }”，没有发布。
    .hint = 写上实际审核的人。
review-placeholders = 审核人|谁
release-review-late = { $id } 有一道审核的日期 { $on }晚于成文日期 { $dated }，没有发布。
    .hint = 先审核、后签发：核对审核日期或者 dated。
release-elsewhere = 站点里别处还有 { $warnings } 条提醒，运行 tongbao check 查看。
release-later = 它的成文日期 { $dated }在网站的截止日 { $as_of }之后：建站时写 --as-of { $dated }，或者改 site.yaml 的 as_of，才有它的页面。
new-series-none = site.yaml 里还没有通报系列。
    .hint = 在 content/site.yaml 的 series 里加一项，例如：- { "{" }id: { $series }, name: 工作通报, kind: bulletin, numbering: year{ "}" }
new-edition-title-of = { $series }（{ $period }）
