### 写法上的问题：一个文件自己就能看出来的。

## YAML 的写法

yaml-syntax = { $reason }
    .hint = 解析时的原话：{ $detail }
    .explain =
        记录用 YAML 写：每行一个“字段: 值”，下一层比上一层多缩进两个空格。
        这里的写法机器读不懂，常见的原因有：用 Tab 键缩进、冒号写成了全角“：”、
        冒号后面没有空格、引号没有成对、上下行没有对齐。例如：

            title: 建成区公厕改造
            milestones:
              - title: 完成选址
                due: 2026-03-31

        文字里有半角冒号加空格、井号或以特殊符号开头时，用引号括起来：title: "注意: 防汛"。
front-matter-not-yaml = 两行 --- 之间不是“字段: 值”
    .hint = 每行写一个“字段: 值”，例如 title: 第三次调度会
    .explain =
        笔记（.md 文件）开头的两行 --- 之间是这条记录的字段，下面才是正文。例如：

            ---
            title: 第三次调度会
            date: 2026-03-11
            ---
            会议听取了……

        如果这里是正文的分隔线，请在它前面写上文字，或者空一行再写 ***。
front-matter-not-closed = 开头的 --- 没有对应的结束行
    .hint = 在字段写完的地方另起一行写 ---
    .explain =
        笔记（.md 文件）第一行是 --- 时，下面是字段，直到另一行单独的 --- 为止，再往下才是正文。
        这个文件一直到末尾都没有第二行 ---。在字段和正文之间补上一行即可。
not-utf8 = 这个文件不是 UTF-8 编码
    .label = 从这里起读不出来
    .hint = { $encoding ->
        [GB18030] 看上去是 GB18030（GBK）编码；请用编辑器“另存为”，编码选 UTF-8。
       *[other] 请用编辑器“另存为”，编码选 UTF-8。
    }
    .explain =
        所有文字文件都要用 UTF-8 编码保存。旧版记事本和部分办公软件默认存成 GB18030（GBK、ANSI）。
        用记事本打开，选“另存为”，在“编码”里选 UTF-8，覆盖原文件即可。
        有没有 BOM、换行是哪一种都可以。
forbidden-character = 文件里有不该出现的字符 { $character }
    .hint = 删掉它；从别的软件粘贴时常会带来看不见的字符。
    .explain =
        控制字符（如 U+0000）和改变文字方向的字符不能出现在内容里：
        它们看不见，却会让页面错乱，也可能让读者看到的和写的不一样。
        删去标出的位置上的字符再保存。U+0000 多半说明这不是文字文件，或者存成了 UTF-16。
too-large = 文件太大：{ $size } 字节，上限是 { $limit } 字节
    .hint = 把记录分到几个文件里；图片、表格等放进 assets 文件夹。
    .explain =
        记录和笔记都是文字，一个文件不应有这么大。把一份清单按年或按单位分成几个文件即可，
        文件夹的名字不变，效果一样。照片、PDF 等不受此限，放在 content/assets/ 里。
        确有需要时，可在 site.yaml 的 limits 里调高上限。
too-deep = 层次太多
    .hint = 减少缩进的层数。
    .explain =
        记录一般只有三四层。层次过多往往是缩进逐行加深造成的：
        同一层的各行左端应当对齐，不要一行比一行多缩进。
too-many-aliases = 别名（*）用得太多
    .hint = 把重复的内容直接写出来。
    .explain =
        YAML 的 &名字 和 *名字 可以重复引用一段内容。引用展开之后内容太多，已经停止读取。
        在台账里一般用不着别名，把内容直接写出来即可。
too-many-records = 一个文件里的记录太多
    .hint = 把记录分到几个文件里。
    .explain =
        一个文件可以写很多条记录，但太多时难以查找，也难以多人同时修改。
        按年、按单位或按方面分成几个文件，放在同一个文件夹下即可。
too-many-faults = 这条记录里的错误太多，后面的没有再查
    .hint = 先改好列出来的，再检查一次。
    .explain =
        一条记录里有两百处以上写错的地方，多半是整段贴错了位置，或者缩进从某一行起全错了。
        先改好已经列出的，再检查一次，就会看到其余的。
unreadable-file = 读不了这个文件：{ $cause }
    .hint = 检查文件的权限，或者把真正的文件放在这里。
    .explain =
        系统不让读这个文件，或者它不是普通文件（例如失效的快捷方式、指向站点以外的链接）。
        请检查文件的权限，或者把真正的文件放到 content 文件夹里。
cause-too-large = 文件太大
cause-name-not-utf8 = 文件名不是 UTF-8 编码
cause-link-outside = 是一个指向站点以外的链接
cause-link-to-folder = 是一个指向文件夹的链接
cause-link-broken = 是一个失效的链接
cause-not-a-file = 不是普通文件
cause-refused = 系统拒绝读取

## 字段与值

unknown-field = 这里没有“{ $field }”这个字段
    .label = 不认识的字段
    .hint = 自己加的字段请以 x- 开头，例如 x-remark。
    .explain =
        字段名写错了，或者写在了不该写的地方。为免写错的字段被悄悄漏掉，不认识的字段一律报错。
        改成提示里的名字；如果确是自己要加的内容，字段名以 x- 开头，模板里可以取用：

            x-remark: 与省里口径一致
unknown-value = 这里不能写“{ $value }”
    .label = 不认识的值
    .hint = 可以写的有：{ $candidates }
    .explain =
        这个字段只能从几个固定的词里选一个，写的不在其中。
        请改成提示里列出的词；这些词用英文小写，页面上会显示成中文。例如：

            kind: department
wrong-type = 这里应该是{ $expected }，写的是{ $found }
    .explain =
        值的样子不对。常见的情形：该写列表的地方写成了“字段: 值”，该写一个词的地方写成了几行。
        列表有两种写法，效果一样：

            areas: [planning, traffic]
            areas:
              - planning
              - traffic
bad-date = “{ $value }”不是日期
    .hint = 日期写成 2026-03-11 的样子；任务和议定事项只能写文字的时限，写在 due_text 里。
    .explain =
        日期一律写成 年-月-日，四位年、两位月、两位日，中间用半角减号：

            due: 2026-06-30

        “6月底前”这样的原文请照抄到 due_text 里，due 仍写具体的一天。
year-less-date = “{ $value }”没有写年份
    .hint = 补上年份，写到哪一天，例如 2026-03-11；程序不会替你猜年份。任务和议定事项可以把原来的说法写在 due_text 里。
    .explain =
        台账会跨年使用，没有年份的日期到第二年就会错，所以年份必须写明：

            due: 2026-03-11
impossible-date = 没有“{ $value }”这一天
    .hint = 检查月份和日子，例如 2 月没有 30 日。
    .explain =
        日期的写法对，但日历上没有这一天，例如 2026-02-30、2026-13-01。
        月末请写当月的最后一天：四、六、九、十一月是 30 日，2 月平年 28 日、闰年 29 日。
bad-number = “{ $value }”不是数字
    .hint = 只写数字和小数点，例如 1250.5；单位另写。
    .explain =
        数字只用半角的 0–9、小数点和负号，不带单位、百分号和千分位逗号：

            percent: 62.5
            target: { "{" }quantity: 1250, unit: 座{ "}" }
bad-value = 这里应该是{ $expected }，写的是“{ $value }”
    .explain =
        值的样子对，但不在允许的范围里，或者写法不对。
        请按提示里要求的样子改写。
duplicate-key = “{ $key }”写了两次
    .label = 第二次
    .hint = 删去一个；如果是几条内容，请写成列表。
    .explain =
        同一层里同一个字段只能写一次，否则不知道以哪个为准。
        有几条时写成列表，每条前面加一个减号：

            progress:
              - date: 2026-03-31
                percent: 20
              - date: 2026-04-30
                percent: 35
missing-field = { $type }缺少“{ $field }”这个字段
    .hint = 补上一行“{ $field }: ……”。
    .explain =
        这个字段必须写。例如每项任务都要有名称、牵头单位和时限：

            title: 建成区公厕改造
            lead: urban-management
            due: 2026-06-30

        没有完成期限、长期推进的任务，用 ongoing: true 代替 due。
not-a-record = 这里应该是一条记录，也就是若干行“字段: 值”
    .hint = 每行写一个“字段: 值”，例如 title: 公厕改造
    .explain =
        每条记录由若干行“字段: 值”组成；几条记录写成列表，每条以减号开头：

            - id: gh-01
              title: 编制专项规划
            - id: gh-02
              title: 公布实施方案
key-not-text = 字段名应该是文字
    .hint = 用引号括起来，或者换成文字。
    .explain =
        冒号左边是字段名，只能是文字，不能是列表或“字段: 值”。
        行首多了减号、方括号或问号时会出现这种情形。
merge-key = 不支持 YAML 的合并写法“<<”
    .hint = 把要合并的字段直接写出来。
    .explain =
        “<<: *名字”会从别处搬来一批字段，读的人看不出这条记录究竟有什么，所以不支持。
        请把字段直接写在记录里。
yaml-tag = 这里不能用 YAML 的标签“!”
    .hint = 文字以感叹号开头时，用引号把整个值括起来。
    .explain =
        YAML 里以感叹号开头的词是类型标签，记录里用不着，所以不支持。
        如果感叹号是文字的一部分，请用引号括起来：

            title: "!重要：防汛检查"
second-document = 这个文件只能写一条记录，这里又开始了第二条
    .hint = 一个 .md 文件只写一条记录；多余的内容放到正文里或另一个文件里。
    .explain =
        一个 .md 文件、site.yaml 和 calendar.yaml 都只能写一组“字段: 值”。
        几条记录请写进一个 .yaml 文件，用列表或者用 --- 隔开。
unknown-folder = “{ $folder }”不是放记录的地方，没有读
    .hint = 记录放在 content 下的 tasks、meetings、documents 等文件夹里，图片和附件放在 assets 里。
    .explain =
        content 下第一层文件夹的名字决定里面是什么记录，例如 tasks（任务）、meetings（会议）。
        改成提示里的名字；只是存放图片、附件的，请放进 content/assets/。
        第二层以下的文件夹可以随意取名。
stray-translation = 这篇译文旁边没有它所属的记录
    .hint = 文件名要与记录的文件相同，在结尾前面加上语言。
    .explain =
        没有字段的 gh-01.en.md 是旁边 gh-01.yaml 或者 gh-01.md 里那条记录的英文正文。
        语言可以写 zh（或者 zh-CN）和 en。请检查文件名是否一致。
stray-note = 这篇笔记没有字段，旁边也没有同名的 .yaml 记录
    .hint = 在开头加上两行 --- 和字段，或者给它配一个同名的 .yaml 文件。
    .explain =
        没有字段的 .md 文件是同名 .yaml 记录的正文：gh-01.md 是 gh-01.yaml 的正文。
        只有 documents 和 meetings 文件夹允许单独的笔记。
        请检查文件名是否一致，或者在文件开头写明字段：

            ---
            title: 建成区公厕改造
            ---
note-without-title = 这篇笔记没有标题
    .hint = 第一行写“# 标题”，或者在字段里写 title。
    .explain =
        没有字段的笔记以正文的第一个标题为题目：

            # 第三次调度会
note-without-date = 这篇笔记没有日期
    .hint = 把文件名改成 2026-03-11-名称.md 的样子，或者在字段里写 date。
    .explain =
        没有字段的笔记从文件名开头取日期，例如 2026-03-11-第三次调度会.md。
        日期不会取自文件的修改时间，因为复制文件就会改变它。
bad-id = “{ $id }”不能用作编号
    .hint = 编号只用文字、数字和 - _ .，不能有空格、斜线；没有写 id 的，编号就是文件名。
    .explain =
        编号（id）用来在别处指明这条记录，也是页面地址的来历，定下以后不要再改。
        可以用汉字、字母、数字和 - _ .，例如 gh-01、公厕-2026。
        没有写 id 时取文件名，文件名也要合乎这个规矩。
bad-slug = “{ $value }”不能用作页面地址
    .hint = 只用小写字母、数字和减号，例如 public-toilets。
    .explain =
        slug 是页面文件的名字，只能用小写英文字母、数字和减号，首尾不能是减号。
        不写 slug 时地址由编号得出，一般不必写。
empty-file = 这个文件是空的
    .hint = 写上内容，或者删去文件。
    .explain =
        文件里没有任何记录，可能是忘了保存，也可能是新建之后还没有写。
        不影响其他记录，但请确认不是内容丢失。
bad-language = “{ $language }”不是可用的语言
    .hint = 写 zh 或 en，例如 { "{" }zh: 公厕改造, en: Public toilets{ "}" }
    .explain =
        文字可以按语言分写，语言用 zh（或 zh-CN）和 en：

            title:
              zh: 公厕改造
              en: Public toilets

        只有一种语言时直接写文字即可。
body-twice = 正文写了两份：一份在 body 里，一份在同名的 .md 文件里
    .hint = 留一份，删去另一份。
    .explain =
        记录的正文可以写在 body 字段里，也可以写在同名的 .md 文件里，但只能有一份，
        否则不知道以哪份为准。正文较长时用 .md 文件更方便。
bad-time = “{ $value }”不是时刻
    .hint = 写成 24 小时制，例如 "09:30"、"15:00"。
    .explain =
        时刻用 24 小时制的“时:分”，两位时、两位分，用引号括起来：

            time: { "{" }start: "09:30", end: "11:00"{ "}" }
bad-url = 不能链接到“{ $url }”
    .hint = 网址以 https:// 或 http:// 开头，邮箱以 mailto: 开头。
    .explain =
        链接只能指向网页（http、https）、邮箱（mailto）、电话（tel）或本站的文件。
        别的写法（如 javascript:、file:）可能伤害读者，或者在别人的电脑上打不开。
