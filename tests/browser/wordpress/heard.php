<?php
// Writes down every time that the blog is told to publish something, so that a post that came twice is seen to have come twice.
function heard(string $what, string $words): void {
    $GLOBALS['wpdb']->insert('heard', ['what' => $what, 'words' => $words]);
}

add_action('rest_after_insert_post', function (WP_Post $post): void {
    if ($post->post_status === 'publish') heard('post', $post->post_title . "\n" . trim(wp_strip_all_tags($post->post_content)));
});
// Tests write faster than people.
add_filter('wp_is_comment_flood', '__return_false', 99);
add_action('comment_post', fn (int $id) => heard('comment', get_comment($id)->comment_content));
