### 问题、指标、督查、考核、通报里各自的毛病。

## 问题、督查、批示

day-before-record = “{ $field }”写的日期早于记录自己的日期{ $first }
    .hint = 核对两个日期，年份尤其容易写错。
    .explain =
        整改时限、办理时限不能早于发现问题、督查或者批示的那一天：事情还没有提出来，谈不上办结。

            found_on: 2026-04-10
            due: 2026-05-31
reopened-while-open = { $date }写了反弹，而这之前还没有销号
    .hint = 先有销号（closure 里 verdict: accepted 和 closed_on），以后才谈得上反弹。
    .explain =
        反弹（reopened）说的是销号以后又出现的问题。没有销号的问题本来就没有了结，不必写反弹：
        核查没有通过的，写成退回（verdict: returned）。

            closure:
              - { "{" }requested_on: 2026-04-20, closed_on: 2026-05-06, verdict: accepted{ "}" }
            reopened:
              - { "{" }on: 2026-06-12, reason: 夜市摊点回潮{ "}" }
bad-severity = 严重程度没有 { $value } 这一级
    .hint = 写 1、2 或 3，3 最重；拿不准的不写。
    .explain =
        严重程度（severity）分三级：1 一般、2 较重、3 严重。更细的判断请写进正文。
photos-without-file = 这一组照片没有写文件
    .hint = 写 before（整改前）或 after（整改后），也可以两样都写。
    .explain =
        一组照片是同一处地方整改前、整改后的样子，至少要有一张。文件放在 content/assets/ 里：

            photos:
              - before: problems/alley-before.jpg
                after: problems/alley-after.jpg
                alt: 巷口的垃圾堆放点，整改后改成了花池
foreign-image = 这种格式的图片不能公布
    .hint = 照片另存为 JPEG，图另存为 PNG，再引用新文件。
    .explain =
        公布的图片都是重新做的，不带相机写进去的信息（常有拍摄地点）。手机的 HEIC、AVIF，扫描仪的 TIFF，以及 BMP、PSD 和
        相机的原始文件（DNG 等）做不出这样的图，而原件从不公布：放在正文里、当照片、列为附件、做成链接都一样。
        用能打开它的软件另存为 JPEG 或 PNG 即可；手机可以设为按 JPEG 拍照（“兼容性最佳”）。
broken-image = 这张图片无法显示：{ $cause }
    .hint = 用看图软件打开，重新存为 JPEG 或 PNG；或者从原处再复制一次。
    .explain =
        生成站点时，每张图片都要先解码，做成页面用的几种尺寸，并去掉相机写进去的信息。损坏或不完整的文件（例如复制到一半
        中断的）做不了这一步，站点上也不会有东西代替它。请看一看原件：往往原件是好的，只是复制出来的这一份坏了。
image-is-none = 文件里没有图片
image-cut-short = 文件不完整，中途就结束了
image-damaged = 内容已损坏
image-too-long = 文件超过 64 MB
image-too-large = 图片像素太多：{ $width }×{ $height }，上限是总共 { $limit } 个像素
    .hint = 用看图软件改小；页面上最宽只用到 1600 像素。
    .explain =
        制作各种尺寸时，整张图片要放在内存里，这么大的图片要占几百 MB；很小的文件里也可能是这样的图片。请另存一张小一些的：
        宽 4000 像素已经超过任何页面和打印的需要。大幅图纸宜以 PDF 公布。
active-drawing = 这个 SVG 不只是图，里面还有 { $what }
    .hint = 另存为不带脚本、不嵌图片和网页、不引用其他文件的“纯 SVG”，或者存为 PNG。
    .explain =
        SVG 是原样公布的，单独打开它，里面的内容就会运行。因此凡是带脚本、嵌有其他文档或者会从别处取东西的，都不放进站点。
        嵌在 SVG 里的照片会连同相机写进去的信息一起公布，请存为 JPEG 单独使用。不能确认无害的元素也不收；样式里有注释、
        反斜杠、@import 或 // 的也不收。
        绘图软件一般都能导出“纯 SVG”或“优化的 SVG”，这些内容就不在里面了。
points-negative = 扣分写成了负数 { $value }
    .hint = 扣几分就写几，不带负号；加分写在考核的 bonuses 里。
    .explain =
        督查发现的事项扣多少分，写在 points 里，是正数；不扣分的不写，或者写 0。

            points: 2

## 指标

bad-target = { $kind ->
        [band] 目标是一个区间，要写两个数，小的在前；这里写了 { $count } 个
        [one] 目标要写一个数；这里写了 { $count } 个
       *[other] 目标写了 { $count } 个数，和方向（{ $kind }）对不上
    }
    .hint = { $kind ->
        [band] 写成 value: [40, 60] 的样子。
       *[one] 写一个数；要落在两个数之间才算好的指标，加上 direction: band。
    }
    .explain =
        指标越大越好（up）或者越小越好（down）的，每个时点的目标是一个数；
        在两数之间才算好（band）的，目标是由小到大的两个数：

            direction: band
            targets:
              - { "{" }by: 2026-12-31, value: [40, 60]{ "}" }
target-twice = { $date }的目标写了两次
    .hint = 留一个。
    .explain =
        同一天只能有一个目标。请删去一个，或者改正日期；目标调整过的，用 amended 记下原来的数。
empty-observation = 这次监测既没有数，也没有文字
    .hint = 写 value（数值）或者 text（文字判断）。
    .explain =
        每次监测要有结果：数值指标写 value，定性指标写 text。还没有结果的，等有了再写。

            observations:
              - { "{" }date: 2026-03-31, value: 51.2, source: 季度统计{ "}" }
number-for-judgement = 定性指标写了数
    .hint = 把判断写在 text 里；确实能用数衡量的，把 kind 改成 numeric 或 survey。
    .explain =
        定性指标（kind: qualitative）只作文字判断，不编数字。写上的数不会使用。
        能数、能测的用 numeric，问卷调查得来的用 survey，由几项合成的用 composite。
observation-without-source = 这个数没有写来源
    .hint = 写 source，例如 source: 市统计局季报
    .explain =
        每个监测值都应当写明从哪里来，读者才好核对：

            observations:
              - { "{" }date: 2026-03-31, value: 51.2, source: 市统计局季报{ "}" }
composite-without-parts = 综合指标没有写由哪些指标组成
    .hint = 在 parts 里写组成它的指标和权重。
    .explain =
        综合指标（kind: composite）的数由别的指标按权重合成：

            kind: composite
            parts:
              - { "{" }indicator: green-space, weight: 60{ "}" }
              - { "{" }indicator: clean-water, weight: 40{ "}" }
parts-without-composite = 写了组成（parts），却不是综合指标
    .hint = 把 kind 改成 composite，或者去掉 parts。
    .explain =
        只有综合指标（kind: composite）由别的指标合成。其他指标用自己的监测值，写上的 parts 不会使用。

## 考核

score-not-positive = { $value } 应当大于 0
    .hint = 加分、扣分、满分和最高分都写正数；不加不扣的，整条不写。
    .explain =
        加几分、扣几分就写几，扣分也不带负号；评分项目的满分（max）和总分的最高分（cap）也要大于 0。

            deductions:
              - { "{" }unit: transport, points: 1.5, reason: 两次迟报{ "}" }
too-many-decimals = 得分写了保留 { $value } 位小数，最多 { $most } 位
    .hint = 一般保留两位：decimals: 2
    .explain =
        得分按这个位数四舍五入，排名用的也是舍入以后的分。位数太多没有意义，一般是两位。
score-out-of-range = 评分 { $value } 不在 0 到 { $max } 之间
    .hint = 改评分，或者改这个项目的满分（max）。
    .explain =
        人工评分不能低于 0，也不能超过这个项目的满分。满分不写时是 100：

            criteria:
              - { "{" }id: judgement, name: 领导评分, weight: 20, kind: manual, max: 20{ "}" }
            manual_scores:
              - { "{" }unit: transport, criterion: judgement, score: 17, reason: 调度及时{ "}" }
scored-twice = 同一个单位的同一个项目评了两次分
    .label = 第二次
    .hint = 留一个。
    .explain =
        每个单位的每个项目只能有一个人工评分；写了两个时，用先写的一个。几个人评分的，请先合成一个分再写。
unknown-criterion = 没有叫“{ $id }”的人工评分项目
    .hint = 写 criteria 里 kind: manual 的一个项目的编号；其他项目的分由程序算，不能人工评。
    .explain =
        人工评分（manual_scores）只能评 kind: manual 的项目，用它的编号：

            criteria:
              - { "{" }id: judgement, name: 领导评分, weight: 20, kind: manual, max: 20{ "}" }
            manual_scores:
              - { "{" }unit: transport, criterion: judgement, score: 17{ "}" }
band-twice = 有两个等次都从 { $value } 分起
    .hint = 每个等次的最低分各不相同。
    .explain =
        得分不低于 min 的，就算这一等次，从高到低看。两个等次的最低分相同，就分不出是哪一个：

            bands:
              - { "{" }name: 优秀, min: 90{ "}" }
              - { "{" }name: 合格, min: 60{ "}" }
              - { "{" }name: 不合格, min: 0{ "}" }

## 通报

dated-before-as-of = 成文日期{ $dated }早于数据截至日{ $as_of }
    .hint = 核对两个日期：先有数据，才有通报。
    .explain =
        通报有三个日期：period 是说的哪一段时间，as_of 是数据截至哪一天，dated 是成文的那一天。
        成文只能在数据截至以后，或者同一天：

            period: { "{" }from: 2026-05-01, to: 2026-05-31{ "}" }
            as_of: 2026-05-31
            dated: 2026-06-05
