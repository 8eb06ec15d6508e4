#include <QCoreApplication>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace {

/// As systemd sets it for a unit. The dispatcher closes, one by one, every descriptor that it might have been left: where a
/// million are allowed that takes it half a minute.
void allowOnlySomeFiles() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = 1024;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int argc, char** argv) {
    allowOnlySomeFiles();
    const QCoreApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
