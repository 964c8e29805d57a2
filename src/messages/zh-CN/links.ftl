### 对不上的问题：几条记录放在一起才看得出来的，都是错误。

## 编号与引用

duplicate-id = 编号“{ $id }”已经有另一个{ $type }用了
    .label = 重复的编号
    .hint = 换一个编号；引用它的地方也要跟着改。
    .explain =
        同一类记录的编号不能重复（大小写不同也算相同），否则引用时不知道指的是哪一条。
        后写的一条请另取编号。编号没有写时取文件名，同名的文件放在两个文件夹里也会重复。
no-such-record = 没有相近的编号
    .hint = { $type }的编号是 content/{ $folder }/ 里各文件的 id，没有写 id 的取文件名；还没有这条记录的，先建一个文件。
no-such-decision = 没有相近的编号
    .hint = { $type }的编号是 content/meetings/ 里各次会议 decisions 中每条的 id；还没有这一条的，先写进会议里。
no-such-series = 没有相近的编号
    .hint = 系列写在 content/site.yaml 的 series 里；会议用会议的系列，通报用通报的系列。
unknown-reference = 没有叫“{ $id }”的{ $type }
    .label = 找不到
    .explain =
        这里要写另一条记录的编号（id），而所有记录里都没有这个编号。
        常见的原因是写错了字、写了名称而不是编号，或者那条记录还没有建。例如单位文件是
        content/units/urban-management.yaml 时，应当写：

            lead: urban-management
cycle = { $field ->
        [parent] 上级关系绕成了一圈：{ $members }，又回到开头
        [depends_on] 前后置关系绕成了一圈：{ $members }，又回到开头
       *[other] “{ $field }”绕成了一圈：{ $members }，又回到开头
    }
    .label = 从这里开始
    .hint = 去掉其中一处。
    .explain =
        parent（上级）和 depends_on（前置任务）都不能绕成一圈：甲要等乙，乙又要等甲，谁也开始不了。
        消息里按顺序列出了圈里的每一项，去掉其中不该有的一处即可。
same-route = 页面地址 { $route } 已经有另一条记录用了
    .hint = 给其中一条写上 slug，例如 slug: public-toilets-2026
    .explain =
        页面地址由 slug 或编号得出，比较时不分大小写。两条记录的地址相同，后一页会盖住前一页。
        给其中一条另写一个 slug；已经公布过的地址尽量不要改。
missing-attachment = 没有文件“{ $path }”
    .hint = 路径从 content/assets/ 算起，大小写也要一致。
    .explain =
        附件、照片和佐证材料放在 content/assets/ 里，这里写它的路径：

            attachments:
              - title: 实施方案
                file: plan/2026.pdf

        请检查文件是否真的放进去了，扩展名和大小写是否一致。
broken-link = 链接“{ $target }”指向的页面或文件不存在
    .hint = 核对路径和文件名；链接到记录也可以写“类型:编号”，例如 task:gh-01。
    .explain =
        正文里的链接可以写另一个 .md 或 .yaml 文件的相对路径、“类型:编号”，或者 assets 里的文件：

            { "[" }实施方案](../documents/plan.md)
            { "[" }公厕改造](task:gh-01)

        文件改名或移动之后，指向它的链接要跟着改。
broken-anchor = 链接“{ $target }”指向的页面里没有这个标题
    .hint = 井号后面写标题的文字，空格换成减号。
    .explain =
        链接里井号后面的部分指向页面中的某个标题，而那个页面没有这样的标题。
        标题改动之后，指向它的链接要跟着改；也可以去掉井号和后面的部分，直接指向整页。

## 正文里的实时数据

unknown-filter = “{ $directive }”不能按“{ $name }”筛选
    .label = 不认识的条件
    .hint = 可以写的有：{ $candidates }
    .explain =
        where 里写的是“字段: 值”，字段必须是这类记录自己的字段或者推算出来的情况。例如：

            where: {"{"}light: [red, yellow], areas: guihua{"}"}
unknown-column = “{ $directive }”没有“{ $name }”这一栏
    .label = 不认识的栏目
    .hint = 可以写的有：{ $candidates }
    .explain =
        columns、sort、group 里写的都是字段名；sort 里字段名前面加减号，表示从大到小。例如：

            columns: [title, lead, due, actual, light]
            sort: [light, -days_overdue]
unknown-option = 这里没有“{ $name }”这个选项
    .label = 不认识的选项
    .hint = 可以写的有：{ $candidates }
    .explain =
        实时列表里写 where、columns、sort、group、limit 等选项和它们的值；where 里的字段可以带
        before、after、min、max 等条件：

            where: {"{"}due: {"{"}before: 2026-07-01{"}"}{"}"}
            limit: 10
unfit-condition = “{ $field }”不能用“{ $operator }”
    .label = 不适用
    .hint = before、after 用于日期，min、max 用于日期和数字，below 用于方面、单位和任务。
    .explain =
        每种条件只适用于一类字段：before 和 after（不含当天）用于日期，min 和 max（含本数）用于日期和数字，
        below（它本身和它下面的）用于方面、单位和上级任务；not 什么字段都能用。进展、理由这类长文字只能作栏目，不能作条件。
unfit-option = “{ $directive }”用不上“{ $option }”
    .label = 不适用
    .hint = show 只用于 chart；since 只用于 changes 和 summary；of 用于 ranking 和 show: indicator 的 chart。删去这一行，或换一种列表。
    .explain =
        有的选项只对一种列表有意义，写在别的列表里不起作用。show 说图里画什么，只有 chart 有图可选：

            show: progress

        of 写考核（或考核系列）、指标的编号，用于 ranking，和 show: indicator 的 chart。
unknown-figure = 没有叫“{ $name }”的数字
    .label = 不认识的名称
    .hint = 可以写 count、rate、sum、days、date；如果只是想写两个花括号，请把这段文字放进反引号里。
    .explain =
        正文里两个花括号之间是实时数字，例如：

            逾期{ "{{" } count(overdue=true) { "}}" }项，完成率{ "{{" } rate("completion") { "}}" }。
unknown-argument = “{ $figure }”没有“{ $name }”这个条件
    .label = 不认识的条件
    .explain =
        括号里等号左边是条件的字段，和列表的 where 一样；另外还可以写 as_of。例如：

            { "{{" } count(light="red", area="guihua", as_of="2026-05-31") { "}}" }
figure-syntax = 看不懂“{ $figure }”
    .label = 写法不对
    .hint = 写成 名称(条件=值, 条件=值) 的样子；rate 和 sum 的第一项要写明是哪种比率、哪个字段。
    .explain =
        正文里的实时数字像这样写，括号、引号、逗号都用半角：

            { "{{" } count(light="red") { "}}" }
            { "{{" } rate("completion", unit="zjj") { "}}" }
            { "{{" } sum("budget_paid", areas=["guihua", "jianshe"]) { "}}" }

## 任务

lead-also-responsible = 牵头单位又写进了责任单位
    .hint = 从 responsible 里删去它。
    .explain =
        牵头单位只有一个，本来就负责；再写进责任单位，统计时会重复计数。

            lead: urban-management
            responsible: [finance, planning]
due-before-start = 时限{ $due }早于开始日期{ $start }
    .explain =
        完成时限不能早于开始日期。请核对是哪一个写错了，年份尤其容易写错。
due-and-ongoing = 时限（due）和长期推进（ongoing）只能写一个
    .hint = 有完成期限就留 due，没有就留 ongoing: true。
    .explain =
        一项任务或者有完成期限，或者是没有期限、常态化推进的，不能两样都是。
        常态化推进的任务不计算序时进度，也不会逾期。
due-or-ongoing-missing = 任务没有写时限
    .hint = 写 due: 2026-06-30 的样子；没有期限的写 ongoing: true。
    .explain =
        每项任务都要写明完成时限（due），才能知道是否逾期；长期推进的写 ongoing: true。
        原文只说“6月底前”的，原话写在 due_text，due 写具体的一天：

            due: 2026-06-30
            due_text: 6月底前
milestone-outside-task = 节点的日期{ $date }不在任务的起止日期以内
    .label = { $start ->
        [none] 任务的时限是{ $due }
       *[other] { $due ->
            [none] 任务从{ $start }开始
           *[other] 任务从{ $start }到{ $due }
        }
    }
    .hint = 改节点的日期；任务确实延期的，写在 extensions 里。
    .explain =
        节点是任务中间的一步，不能早于任务的开始日期，也不能晚于完成时限（有批准的延期时，以延期后的为准）。
plan-point-outside = 计划进度的日期{ $date }不在任务的起止日期以内
    .label = { $start ->
        [none] 任务的时限是{ $due }
       *[other] { $due ->
            [none] 任务从{ $start }开始
           *[other] 任务从{ $start }到{ $due }
        }
    }
    .explain =
        plan 里的各点说明到哪一天应当完成百分之几，日期要在开始日期和完成时限之间：

            start: 2026-01-01
            due: 2026-12-31
            plan:
              - { "{" }date: 2026-06-30, percent: 40{ "}" }

        开始那天的 0 和时限那天的 100 不必写。
plan-point-twice = 计划进度里{ $date }写了两次
    .hint = 留一个。
    .explain =
        同一天的计划进度只能有一个数。请删去一个，或者改正日期。
plan-falls = 计划进度从 { $from }% 降到了 { $to }%
    .hint = 后面的百分数不能比前面的小。
    .explain =
        计划进度是累计数，只能上升或持平：六月底 40，九月底就不会小于 40。
        如果写的是各段新增的数，请改成累计数。
weight-not-positive = 权重应当大于 0
    .hint = 不想计入的，不是把权重写成 0，而是写明取消或长期推进。
    .explain =
        权重（weight）用来计算加权进度，必须大于 0；不写时是 1。
target-not-positive = 目标数量应当大于 0
    .explain =
        完成比例是用完成数除以目标数得出的，目标数必须大于 0。
        没有数量的目标请写在 target 的 text 里：

            target: { "{" }text: 出台实施方案{ "}" }
percent-out-of-range = { $value } 超出了范围
    .hint = 计划的百分数在 0 到 100 之间；完成数、百分数和金额不能是负数。
    .explain =
        计划进度的百分数在 0 到 100 之间。实际进度可以超过 100（超额完成），但不能是负数；
        完成的数量和资金也不能是负数。核减时写核减以后的数，并在 text 里说明原因。
empty-progress = 这条进展只有日期
    .hint = 写上 percent、quantity、text 或 finished: true。
    .explain =
        一条进展至少要写明百分数、数量或者情况：

            - date: 2026-03-31
              percent: 20
              text: 完成选址和勘察
span-ends-before-start = 结束日期早于开始日期
    .explain =
        起止时间里，结束的日期不能早于开始的日期。请核对是哪一个写错了，年份尤其容易写错。
extension-before-due = 延期后的时限{ $extension }不晚于现在的时限{ $due }
    .hint = 提前的，请改 due 并写一条修改记录（amended）。
    .explain =
        延期应当把时限往后推。这一条延期之后反而提前或不变，请核对日期和先后顺序。

## 会议

action-without-lead = 交办事项没有写牵头单位
    .hint = 补上 lead；正文里的待办用 @单位编号。
    .explain =
        交办事项要进入台账，必须有人牵头、有期限：

            decisions:
              - id: m3-2
                text: 拿出公厕布点方案
                action: true
                lead: urban-management
                due: 2026-04-15
progress-without-action = 议定事项有进展、延期或销号，却不是交办事项
    .hint = 加上 action: true，或者把进展写到对应的任务里。
    .explain =
        只有交办事项（action: true）才进入台账、有自己的进展和销号。
        已经分解成任务的议定事项，进展写在任务里。
attendee-without-name = 这一条参会名单没有写是谁
    .hint = 写 person（人员编号）、unit（单位编号）或 text（姓名或人数）。
    .explain =
        参会名单的每一条要写明人员、单位，或者照抄原来的文字：

            present:
              - person: zhang-example
              - unit: urban-management
              - text: 各县区分管负责人
action-without-due = 交办事项没有写时限
    .hint = 补上 due，例如 due: 2026-04-15
    .explain =
        交办事项要进入台账，必须有人牵头、有期限：

            decisions:
              - id: m3-2
                text: 拿出公厕布点方案
                action: true
                lead: urban-management
                due: 2026-04-15
two-dates = 这一行有两个日期：{ $first }和{ $second }
    .hint = 只留一个，或者把时限写在行末，例如 @单位 2026-04-15
    .explain =
        有两个日期时，无法判断哪一个是时限。时限写在行末，与单位和编号在一起；其他日期可以留在句中：

            待办：汇总2026年3月1日的清单 @urban-management 2026-04-15 {"{"}#m3-2{"}"}
due-before-meeting = 时限{ $due }早于会议日期{ $held }
    .hint = 核对时限和会议日期
    .explain =
        会议很难要求在已经过去的日子之前办结；照此登记，这一事项从第一天起就是逾期。多半是年份或者月份写错了。
no-mark = “{ $value }”不是标记，这一行没有列为议定事项
    .hint = 要列入议定事项，行首请写“决定：”“待办：”“RESOLVED:”或“ACTION:”
    .explain =
        会议记录中以“决定：”“RESOLVED:”开头的行列为议定事项，以“待办：”“ACTION:”开头的行同时作为交办事项。
        其他写法按一般文字处理。如果本来就是一般文字，可以不管。

## 站点

missing-site = 没有找到 content/site.yaml
    .hint = 在站点的文件夹里运行，或者用 tongbao init 新建一个。
    .explain =
        content/site.yaml 写明站点的名称、语言和设置，最少只要两行：

            title: 示例市城市建设攻坚行动
            language: zh-CN
unknown-time-zone = 没有叫“{ $value }”的时区
    .hint = 写 Asia/Shanghai 这样的名称。
    .explain =
        时区决定“今天”是哪一天，用国际通行的名称，例如：

            time_zone: Asia/Shanghai
pace-out-of-order = 进度快慢的界线前后颠倒了
    .hint = 界线应当是：ahead 小于 behind，behind 小于 far_behind。
    .explain =
        进度快慢按欠序时进度的百分点来分，界线要从小到大：

            rules:
              pace: { "{" }ahead: -5, behind: 10, far_behind: 30{ "}" }
rule-without-condition = 这条亮灯规则没有写条件
    .hint = 在 when 里写上条件；它后面的规则否则永远用不上。
    .explain =
        亮灯规则按次序看，第一条符合的就定下灯的颜色。没有条件的规则总是符合，后面的就白写了：

            - { "{" }light: red, when: { "{" }overdue: true{ "}" }{ "}" }
sponsorship-of-one = 一条包保安排要写明一个单位、方面或任务
    .hint = 在 unit、area、task 里写一个；有几个就写几条。
    .explain =
        包保安排说的是哪位领导包哪个单位、哪个方面或哪项任务，一条只写一个：

            sponsorships:
              - { "{" }person: li-example, unit: east-district{ "}" }
              - { "{" }person: li-example, area: planning{ "}" }
theme-contract = 这个主题是按第 { $asked } 版模板约定做的，本版本是第 { $given } 版
    .hint = 对照 themes/default/templates/ 里的同名模板改好自己的模板，再把 contract 改成 { $given }。
    .explain =
        模板能用到哪些内容，有一个版本号，写在 theme.yaml 的 contract 里。本版本给模板的内容变了，
        按旧版做的模板可能有地方是空的，或者出错：

            contract: 4
language-not-listed = 站点的语言 { $language } 不在 languages 里
    .hint = 把它加进 languages，或者把 language 改成其中的一种。
    .explain =
        languages 列出全站要出的所有语言。language 指定的那一种放在站点的根目录，其余每种一个文件夹，
        所以 language 必须是其中之一。

            language: zh-CN
            languages: [zh-CN, en]
unknown-theme = 没有叫“{ $name }”的主题
    .hint = 现有 { $themes }；自己的主题放在 themes/{ $name }/ 里。
    .explain =
        theme 写主题的名字：自带的 default、official、plain，或者站点的 themes 文件夹下某个文件夹的名字。
        请检查名字，或者去掉 theme 这一行，用自带的主题。
template-error = 模板 { $template } 第 { $line } 行有错
    .hint = 模板引擎的原话：{ $message }
    .explain =
        主题里的模板写法不对，或者用到了页面里没有的值。这是主题的问题，不是内容的问题。
        请按原话改模板；只想先把站点建起来的，可以换用自带的主题。
message-error = 界面文字第 { $line } 行读不懂
    .hint = 解析时的原话：{ $message }
    .explain =
        主题 i18n 文件夹里的界面文字用 Fluent 写，每行一个“名字 = 文字”，接着写的行要缩进：

            menu-units = 单位
            page-of = 第 { "{" } $n { "}" } 页

        文字里的花括号要成对。
classified = 这条记录标有密级“{ $value }”，已停止建站
    .hint = 把它移出站点的文件夹，并按保密规定处理。
    .explain =
        标有绝密、机密、秘密的内容不能放进要发布的站点，哪怕只是内部站点。
        为免误发，只要有一条这样的记录，整个站点都不会建。
        如果只是内部资料，请不要写 classification，改写 visibility: internal。
bad-cutoff = 报送要求里不能写 { $value }，最大是 { $last }
    .hint = 按周报送写 1 到 7（1 是星期一），按月、按季报送写 1 到 31。
    .explain =
        cutoff_day 的意思随报送周期（cadence）而定：weekly 写星期几，monthly 写每月几日，
        quarterly 写三、六、九、十二月的几日；超出月末的算月末。

            reporting: { "{" }cadence: monthly, cutoff_day: 25, grace_days: 2{ "}" }
