/* Megabytes of text per second that a scan reads, on one core: `bench_scan [FILE] [MEGABYTES]`. Without FILE the text is made
 * of sentences as in a notice about towns, with few places among them. Needs MINTU_GEODATA. */
#define _POSIX_C_SOURCE 200809L
#include <mintu/mintu.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char sample[] =
    "各级各有关部门要结合职能，制订工作计划，出台配套政策，加强组织协调，确保各项任务落到实处。\n"
    "允许在核定的编制总数内优化机构设置和人员配备，探索降低行政成本，扩大管理权限，强化财政职能。\n"
    "推进基本公共服务均等化、山区绿色发展、行政管理体制改革、投融资体制创新和生态文明建设等试点工作。\n"
    "在晋江、石狮、德化等地开展试点，总结推广好的做法，条件成熟的逐步扩大范围。\n"
    "划定城市开发边界、永久基本农田、生态保护和海洋生态红线，统筹城乡规划、土地利用规划和环境保护规划。\n"
    "完善地上地下空间利用、土地供应、税费征收等优惠政策，提高产业园区土地利用效率，提升城市设计水平。\n"
    "选择水头、安海、角美等3个中心镇先行先试，各安排一百亩用地指标，用于工业用地储备。\n"
    "县城和重点镇的生活垃圾转运站、污水处理厂和供水管网要按期建成，实现垃圾分类回收和资源化利用。\n"
    "拓宽农村土地整治范围，盘活低效用地，规范债务管理，完善县级财力保障机制，引导社会资本参与。\n"
    "加强宣传和舆论引导，及时报道新鲜经验，营造良好氛围，加快培养一批专业型管理干部，提高治理能力。\n";

static char *repeat(const char *text, size_t size, size_t total)
{
    char *out = malloc(total);
    for (size_t at = 0; out && at < total; at += size)
        memcpy(out + at, text, total - at < size ? total - at : size);
    return out;
}

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long length = -1;
    if (file && fseek(file, 0, SEEK_END) == 0 && (length = ftell(file)) > 0 && (text = malloc((size_t)length))) {
        rewind(file);
        *size = fread(text, 1, (size_t)length, file);
    }
    if (file)
        fclose(file);
    return text;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int measure(const mintu_geocoder *geocoder, const char *text, size_t size)
{
    double best = 0;
    for (int run = 0; run < 3; run++) {
        mintu_error error;
        mintu_scan *scan;
        double start = seconds();
        if (mintu_scan_text(geocoder, text, size, &error, &scan) != MINTU_STATUS_OK) {
            fprintf(stderr, "bench_scan: %s\n", error.text);
            return 1;
        }
        double speed = (double)size / 1e6 / (seconds() - start);
        best = speed > best ? speed : best;
        printf("scan: %.0f MB, %zu names, %.0f MB/s\n", (double)size / 1e6, mintu_scan_count(scan), speed);
        mintu_scan_free(scan);
    }
    printf("scan: best of three %.0f MB/s\n", best);
    return 0;
}

int main(int count, char **words)
{
    const char *dir = getenv("MINTU_GEODATA");
    size_t size = sizeof sample - 1, total = count > 2 ? (size_t)strtoul(words[2], NULL, 10) * 1000000 : 100000000;
    char *file = count > 1 ? read_file(words[1], &size) : NULL;
    char *text = (count > 1 && !file) || total == 0 ? NULL : repeat(file ? file : sample, size, total);
    mintu_error error = {.text = "set MINTU_GEODATA to the data package, and name a file that can be read"};
    mintu_context *context = NULL;
    mintu_gazetteer *gazetteer = NULL;
    mintu_geocoder *geocoder = NULL;
    int result = 1;
    if (dir && text && mintu_context_new(&error, &context) == MINTU_STATUS_OK &&
        mintu_gazetteer_open(context, dir, &error, &gazetteer) == MINTU_STATUS_OK &&
        mintu_geocoder_new(gazetteer, NULL, &error, &geocoder) == MINTU_STATUS_OK)
        result = measure(geocoder, text, total);
    else
        fprintf(stderr, "bench_scan: %s\n", error.text);
    mintu_geocoder_free(geocoder);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    free(file);
    free(text);
    return result;
}
