### 提醒与说明：站点照样能建，但请看一看。

percent-falls-without-text = 进度从 { $from }% 降到 { $to }%，没有说明原因
    .hint = 在这条进展的 text 里说明原因。
    .explain =
        进度一般只升不降。确实下调的（如核减了已报的数），请在同一条进展里写明原因，
        读者才不会以为是写错了：

            - date: 2026-05-31
              percent: 35
              text: 核查后扣除两座未验收的公厕
full-not-finished = 进度已到 100%，但没有标明完成
    .hint = 确已完成的，在这条进展里加上 finished: true。
    .explain =
        100% 只是数字，完成要由填报人写明，所以这项任务仍算“推进中”，过了时限就会逾期：

            - date: 2026-06-28
              percent: 100
              finished: true
closed-without-finish = 已经销号，但没有完成的记录
    .hint = 补一条 finished: true 的进展，写明完成的日期。
    .explain =
        完成和销号是两件事：先完成，再申请、核查、销号。没有完成记录时，
        以申请销号的日期（没有就用销号日期）当作完成日期，按期率可能因此不准。
no-target = 任务没有可以衡量的目标
    .hint = 写 target：有数量的写 quantity 和 unit，没有的用 text 写明做到什么程度。
    .explain =
        没有子任务的任务应当有可以衡量的目标，否则进度只能凭感觉填。例如：

            target: { "{" }quantity: 120, unit: 座{ "}" }
duplicate-title = 名称“{ $title }”与另一条相同
    .hint = 同一件事留一条；不是同一件事的，名称里加以区别。
    .explain =
        两条记录名称相同，可能是同一件事录了两次，统计时会算作两件。
        确是两件事的，请在名称里写明地点或期次。
unit-not-active = “{ $unit }”在{ $date }已经撤销或尚未成立
    .hint = 换成现在的单位，或者核对单位的 active 起止日期。
    .explain =
        单位的 active 写明了存在的起止日期，而这里的日期不在其中。
        机构改革之后，未完成的任务请改由新的单位牵头，并写一条修改记录（amended）。
post-not-valid = “{ $person }”在{ $date }没有任职
    .hint = 核对日期，或者补上这个人的 posts。
    .explain =
        人员的 posts 写明了各个职务的起止日期，而在这个日期上没有一个职务是有效的。
        人员变动后，请给旧的职务写上 to，再加一条新的职务。
number-gap = “{ $series }”的期号从 { $from } 跳到了 { $to }
    .hint = 核对期号；中间确有几次会议、几期通报没有录入的，可以不管。
    .explain =
        同一系列的期号应当连续。请核对期号是否写错，或者补录缺的几期。
        按年编号的系列每年从 1 开始，跨年不算跳号。
number-twice = “{ $series }”的第 { $number } 次（期）已经有了
    .hint = 核对期号；同一次会议、同一期通报录了两遍的，删去一条。
    .explain =
        同一系列里每个期号只能用一次。多半是复制了上一次的记录而忘了改 number。
image-without-alt = 图片“{ $image }”没有文字说明
    .hint = 在方括号里写一句图上有什么，例如 ![改造后的公厕](after.jpg)
    .explain =
        看不到图片的读者（读屏、网络慢、打印不清）要靠文字说明知道图上是什么：

            ![改造后的人民路公厕，入口设有坡道](toilet-after.jpg)
image-format = 这个文件不是浏览器能显示的图片
    .hint = 照片另存为 JPEG，图另存为 PNG，再引用新文件。
    .explain =
        页面可以显示 JPEG、PNG、WebP、GIF 和 SVG。其他文件（例如 PDF）会原样公布，里面有什么就公布什么；在该有图的地方，
        多数浏览器什么也不显示。可以改成链接，或者列在 attachments 里。
huge-image = 图片远远大于页面所需：{ $width }×{ $height } 像素
    .hint = 改小一些，宽不超过 4000 像素即可，生成站点也会快些。
    .explain =
        页面上的照片最宽只有 1600 像素。原件再大，只会使源文件变重、第一次生成变慢。站点本身没有问题。
moving-image = 这是动图，只公布其中第一幅
    .hint = 需要逐步展示的，请分成几张图片。
    .explain =
        自己动、又停不下来的画面妨碍阅读，印在纸上也总是不动的。因此动态的 GIF、PNG、WebP 只公布第一幅。
undefined-footnote = 正文里没有脚注“{ $name }”的内容
    .hint = 另起一行写“[^{ $name }]: ……”，或者去掉这个脚注号。
    .explain =
        正文里标了脚注号，却没有写这条脚注。脚注的内容写在单独的一行：

            共改造公厕32座。[^1]

            { "[" }^1]: 含新建6座。
unknown-directive = 没有叫“{ $name }”的列表，这一段会照原样显示成代码
    .label = 是不是写错了
    .explain =
        三个反引号后面的词是 tasks、decisions、units、summary 这类名称时，下面的内容会换成实时列表；
        写成别的词，就是普通的代码。如果本来就是代码，可以去掉这个词。
unused-asset = 没有任何记录用到这个文件，不会放进站点
    .hint = 在附件或正文里引用它，或者删去它。
    .explain =
        assets 里的文件只有被引用到才会放进站点，以免误发。
        多余的文件可以删去；应当公布的，请在记录的 attachments 或正文里写明。
private-number = 公开的文字里有{ $kind } { $number }
    .hint = 删去，或者改用单位的办公电话；也可以在 site.yaml 的 privacy 里设为自动遮盖。
    .explain =
        公开页面里出现了个人的手机号码或身份证号码。公布之后就收不回来。
        联系方式请写在 contact 里，那里的内容不会公开。
private-phone = 手机号码
private-identity-card = 身份证号码
no-sponsor = 任务没有包保领导
    .hint = 写 sponsor，或者在活动的 sponsorships 里给单位或方面指定。
    .explain =
        这个活动实行领导包保，而这项任务以及它所属的上级、方面和牵头单位都没有指定包保领导：

            sponsor: li-example
no-campaign = 这条{ $type }没有写属于哪个活动
    .hint = 网站里有几个活动，要写 campaign: 活动的编号。
    .explain =
        只有一个活动时，不写 campaign 就属于它；有几个活动时，不写就不属于任何一个，
        也就不计入任何活动的数字，报送期限也管不到它。下级任务随上级任务。
decision-without-id = 议定事项“{ $id }”的编号是按次序临时排的
    .hint = 写上固定的编号，例如 id: { $id }；正文里的写 { "{" }#{ $id }{ "}" }。
    .explain =
        被任务引用的议定事项，以及已经批准的纪要里的交办事项，要有固定的编号。
        没有编号时按先后次序临时编号，前面插入一项，后面的都会错位。
calendar-year-missing = 工作日历里没有 { $year } 年的安排
    .hint = 在 calendar.yaml 里补上这一年的放假和调休。
    .explain =
        工作日天数按 content/calendar.yaml 计算。没有这一年的安排时，只按周末休息来算，
        遇到节假日会有出入：

            off: [2026-10-01, 2026-10-02]
            work: [2026-10-10]
date-far-off = { $date }离活动的起止时间或者其他记录的日期20年以上
    .hint = 核对年份。
    .explain =
        启动时间、完成时限或者节点同别的日期相差几十年，多半是年份写错了。
        数字仍按写的日期算，时间进度图上画不下，只用文字列出。
future-record = { $date }比截止日期晚一年以上，这次不会显示
    .hint = 核对年份。
    .explain =
        站点显示的是截止日期那一天的情况，以后的事不会出现。已经发生的事却写成一年以后，
        多半是年份写错了。确实没有写错的，到了那一天再建站，它就会显示。
language-twice = languages 里 { $language } 写了两次
    .hint = 去掉一个。
    .explain =
        languages 里每种语言写一次；zh 和 zh-CN 是同一种语言。

            language: zh-CN
            languages: [zh-CN, en]
notice-rung-falls = 这份督办单比同一事项上还没办结的那份级别低
    .hint = 核对 kind；先前那份已经办结的，给它补上 closed_on。
    .explain =
        同一事项的督办逐级加重：提醒、通知、督办令、黄牌、红牌。高一级的还没有办结，就不应再发低一级的。
        请核对督办单的 kind 和 issued_on；先前那份其实已经办结的，写上它的 closed_on。
